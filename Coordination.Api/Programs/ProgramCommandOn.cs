using System.Security.Cryptography;
using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Api.Projections;
using Coordination.Domain;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using JasperFx.Events;
using Marten;

namespace Coordination.Api.Programs;

/// <summary>A command on a program: with its plan, the programs it mentions, and who holds the reference that it would take.</summary>
internal sealed class ProgramCommandOn : CommandOn<SpbeProgram, IProgramEvent>
{
    private readonly IProgramCommand command;
    private readonly string id;
    private readonly string? plan;
    private readonly DateTimeOffset now;
    private readonly FindingsKeeper? findings;

    private ProgramCommandOn(
        string id,
        string? plan,
        IProgramCommand command,
        DateTimeOffset now,
        FindingsKeeper? findings = null
    )
    {
        (this.id, this.plan, this.command, this.now, this.findings) = (id, plan, command, now, findings);
        Mentions = [.. command.MentionedPrograms.Where(ProgramNumber.IsWellFormed).Distinct(StringComparer.Ordinal)];
        AlsoReads = plan is null ? [] : [StreamKeys.Plan(plan)];
    }

    /// <summary>A program that exists; the id is well formed.</summary>
    internal static ProgramCommandOn Existing(string id, IProgramCommand command, DateTimeOffset now) =>
        new(id, ProgramNumber.PlanOf(id), command, now);

    /// <summary>A program to be, under a random number, or under the one given; with a keeper it says what it raises.</summary>
    internal static ProgramCommandOn New(
        PlanProgram command,
        DateTimeOffset now,
        string? suffix = null,
        FindingsKeeper? findings = null
    )
    {
        suffix ??= RandomNumberGenerator.GetString(ProgramNumber.Alphabet, ProgramNumber.SuffixLength);
        var number = ProgramNumber.Compose(command.Government, command.Plan, suffix);
        // What cannot be a number or a plan is not asked for: the decision refuses it, naming the field.
        return new(
            ProgramNumber.IsWellFormed(number) ? number : "",
            Plan.IsWellFormedId(command.Plan) ? command.Plan : null,
            command,
            now,
            findings
        );
    }

    internal override string Stream => StreamKeys.Program(id);

    internal override bool MayBegin => command is PlanProgram;

    internal override object Body => command;

    internal override string? Reason => command.Reason;

    internal override IReadOnlyList<string> Governments(SpbeProgram? state) =>
        command switch
        {
            PlanProgram c => [c.Government],
            ReassignProgram c => [state!.Government, c.Government],
            _ => [state!.Government],
        };

    internal override IReadOnlyList<string> AlsoReads { get; }

    internal override IReadOnlyList<string> Mentions { get; }

    internal override SpbeProgram Evolve(string stream, SpbeProgram? state, IProgramEvent next) =>
        ProgramFold.Evolve(state, stream, next);

    internal override async Task<Outcome<IProgramEvent>> DecideAsync(
        SpbeProgram? state,
        Knowledge knowledge,
        CancellationToken cancellation
    )
    {
        // Two programs drew one number: the runner tries again with another.
        if (command is PlanProgram && state is not null)
            throw new ExistingStreamIdCollisionException(id, typeof(SpbeProgram));
        var holder = await ProgramReferences.HolderAsync(knowledge.Transaction, Wanted(state), cancellation);
        var planState = plan is null ? null : knowledge.Of(StreamKeys.Plan(plan)).ToPlan();
        var facts = new ProgramFacts(planState, knowledge.KnownStreams, holder);
        return command is PlanProgram planning
            ? ProgramDecider.Decide(planning, facts)
            : ProgramDecider.Decide(state!, command, facts, now);
    }

    internal override async Task<IReadOnlyList<Finding>?> RaisedAsync(
        SpbeProgram after,
        CancellationToken cancellation
    ) => findings is null ? null : await findings.TryFindForAsync(after, cancellation);

    internal override void WriteBeside(IDocumentSession session, SpbeProgram? before, SpbeProgram after) =>
        ProgramReferences.Follow(session, before, after);

    private ReferenceKey? Wanted(SpbeProgram? state) =>
        command switch
        {
            PlanProgram c => ReferenceKey.Of(c.Plan, c.Government, c.Reference),
            ReviseProgram c => ReferenceKey.Of(state!.Plan, state.Government, c.Reference),
            ReassignProgram c => ReferenceKey.Of(state!.Plan, c.Government, state.Details.Reference),
            _ => null,
        };
}
