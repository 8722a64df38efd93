using System.Text.Json.Serialization;
using Coordination.Api.Commands;
using Coordination.Api.Projections;
using Coordination.Domain;
using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Api.Programs;

/// <summary>A program as it is shown: its facts and what follows from them. Money in rupiah, percentages 0–100.</summary>
internal sealed record ProgramView
{
    public required string Id { get; init; }
    public required string Plan { get; init; }
    public required string Government { get; init; }
    public required ProgramStatus Status { get; init; }
    public required string Priority { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required SubActivityKey? SubActivity { get; init; }
    public required IReadOnlyList<string> Locations { get; init; }
    public required Output Output { get; init; }
    public required IReadOnlyList<IndicatorLift> SpbeIndicators { get; init; }
    public required Schedule Schedule { get; init; }
    public required decimal EstimatedCost { get; init; }
    public required string LeadAgency { get; init; }
    public required string? Reference { get; init; }
    public required IReadOnlyList<Relation> Relations { get; init; }
    public required decimal Funded { get; init; }
    public required decimal FundingGap { get; init; }
    public required decimal Realised { get; init; }
    public required decimal ProgressPercent { get; init; }
    public required IReadOnlyList<FundingLine> Funding { get; init; }
    public required IReadOnlyList<ApbnRequest> ApbnRequests { get; init; }
    public required IReadOnlyList<Realisation> Realisations { get; init; }
    public required IReadOnlyList<ProgressReport> Progress { get; init; }
    public required IReadOnlyList<ProgramConstraint> Constraints { get; init; }
    public required Completion? Completion { get; init; }
    public required Deferral? Deferral { get; init; }
    public required string? CancellationReason { get; init; }
    public required Merger? Merger { get; init; }
    public required IReadOnlyList<MergedProgram> Merged { get; init; }

    /// <summary>Number of events of the program; the <c>ETag</c>.</summary>
    public required long Version { get; init; }

    /// <summary>Position of its last event.</summary>
    public required long Position { get; init; }

    /// <summary>When a point of the past was asked for: the day in Jakarta that it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? AsOf { get; init; }

    /// <summary>In answers to commands: what the reader should know.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Warning>? Warnings { get; init; }

    /// <summary>In answers to commands: the line, request, realisation or constraint that the command set or made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProgramPart? Part { get; init; }

    /// <summary>In the answer to a proposal: what it raises, as far as that was known at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Finding>? Findings { get; init; }

    internal static ProgramView Of(StoredProgram stored) => Of(stored.Program, stored.Version, stored.Position);

    internal static ProgramView Of(SpbeProgram program, long version, long position) =>
        new()
        {
            Id = program.Id,
            Plan = program.Plan,
            Government = program.Government,
            Status = program.Status,
            Priority = program.Details.Priority,
            Title = program.Details.Title,
            Description = program.Details.Description,
            SubActivity = program.Details.SubActivity,
            Locations = program.Details.Locations,
            Output = program.Details.Output,
            SpbeIndicators = program.Details.SpbeIndicators,
            Schedule = program.Details.Schedule,
            EstimatedCost = program.Details.EstimatedCost,
            LeadAgency = program.Details.LeadAgency,
            Reference = program.Details.Reference,
            Relations = program.Relations,
            Funded = program.Funded,
            FundingGap = program.FundingGap,
            Realised = program.Realised,
            ProgressPercent = program.ProgressPercent,
            Funding = program.Funding,
            ApbnRequests = program.ApbnRequests,
            Realisations = program.Realisations,
            Progress = program.Progress,
            Constraints = program.Constraints,
            Completion = program.Completion,
            Deferral = program.Deferral,
            CancellationReason = program.CancellationReason,
            Merger = program.Merger,
            Merged = program.Merged,
            Version = version,
            Position = position,
        };

    internal static ProgramView Of(Accepted<SpbeProgram> accepted, IProgramCommand command) =>
        Of(accepted.State, accepted.Version, accepted.Position) with
        {
            Warnings = accepted.Warnings,
            Part = ProgramPart.Of(accepted.State, command),
        };
}

/// <summary>Which part of a program a command set or made.</summary>
/// <param name="Kind"><c>line</c>, <c>request</c>, <c>realisation</c> or <c>constraint</c>.</param>
/// <param name="Id">Its id within the program.</param>
internal sealed record ProgramPart(string Kind, string Id)
{
    internal static ProgramPart? Of(SpbeProgram program, IProgramCommand command) =>
        command switch
        {
            BudgetProgram c => new("line", c.Line ?? program.Funding[^1].Line),
            RequestApbnSupport => new("request", program.ApbnRequests[^1].Request),
            RealiseFunds => new("realisation", $"{program.Realisations[^1].Number}"),
            RaiseConstraint => new("constraint", program.Constraints[^1].Constraint),
            _ => null,
        };
}
