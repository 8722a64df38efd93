using Coordination.Api.Commands;
using Coordination.Api.EventStore;
using Coordination.Domain;
using Coordination.Domain.Coverage;
using Coordination.Domain.Reference;

namespace Coordination.Api.Coverage;

/// <summary>A report on a location's coverage.</summary>
internal sealed class CoverageCommandOn(ReportCoverage command, DateTimeOffset now)
    : CommandOn<LocationCoverage, CoverageReported>
{
    // What cannot be a location is not asked for: the decision refuses it, naming the field.
    internal override string Stream { get; } =
        Location.Find(command.Location) is null ? "" : StreamKeys.Coverage(command.Location);

    internal override bool MayBegin => true;

    internal override object Body => command;

    internal override string? Reason => command.Reason;

    internal override IReadOnlyList<string> Governments(LocationCoverage? state) =>
        Government.Of(command.Location) is { } government ? [government.Code] : [];

    internal override LocationCoverage Evolve(string stream, LocationCoverage? state, CoverageReported next) =>
        CoverageFold.Evolve(state, next);

    internal override Task<Outcome<CoverageReported>> DecideAsync(
        LocationCoverage? state,
        Knowledge knowledge,
        CancellationToken cancellation
    ) => Task.FromResult(CoverageDecider.Decide(state, command, JakartaTime.DayOf(now)));
}

/// <summary>Takes every report of coverage, whoever brings it.</summary>
internal sealed class CoverageDesk(CommandRunner runner)
{
    internal Task<CommandResult<LocationCoverage>> HandleAsync(
        ReportCoverage command,
        CommandContext context,
        CancellationToken cancellation
    ) => runner.RunAsync(() => new CoverageCommandOn(command, context.Now), context, cancellation);
}
