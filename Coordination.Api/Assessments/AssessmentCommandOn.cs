using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Domain;
using Coordination.Domain.Assessments;
using Coordination.Domain.Reference;

namespace Coordination.Api.Assessments;

/// <summary>A command on an assessment.</summary>
internal sealed class AssessmentCommandOn(AssessmentId id, IAssessmentCommand command, DateTimeOffset now)
    : CommandOn<Assessment, IAssessmentEvent>
{
    internal override string Stream => StreamKeys.Assessment(id.ToString());

    internal override bool MayBegin => command is AssessIndicator or AssessIndicators or PublishIndex;

    internal override object Body => command;

    internal override string? Reason => command.Reason;

    internal override IReadOnlyList<string> Governments(Assessment? state) => [id.Government];

    internal override Assessment Evolve(string stream, Assessment? state, IAssessmentEvent next) =>
        AssessmentFold.Evolve(state, next);

    internal override Task<Outcome<IAssessmentEvent>> DecideAsync(
        Assessment? state,
        Knowledge knowledge,
        CancellationToken cancellation
    ) =>
        Task.FromResult(AssessmentDecider.Decide(state, id, command, SpbeInstruments.Official, JakartaTime.DayOf(now)));
}

/// <summary>Takes every command on an assessment, whoever brings it.</summary>
internal sealed class AssessmentDesk(CommandRunner runner)
{
    internal async Task<CommandResult<Assessment>> HandleAsync(
        string id,
        IAssessmentCommand command,
        CommandContext context,
        CancellationToken cancellation
    ) =>
        AssessmentId.Parse(id) is { } parsed
            ? await runner.RunAsync(() => new AssessmentCommandOn(parsed, command, context.Now), context, cancellation)
            : Problem.UnknownAssessment(id);
}
