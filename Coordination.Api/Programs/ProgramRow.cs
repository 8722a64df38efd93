using Coordination.Api.Projections;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Api.Programs;

/// <summary>A program as a row of a table: one value a column, names beside codes.</summary>
internal sealed record ProgramRow(
    string Id,
    string Plan,
    string Government,
    string? GovernmentName,
    ProgramStatus Status,
    string Priority,
    string? PriorityName,
    string Title,
    string Description,
    string? SubActivityEdition,
    string? SubActivityCode,
    string Locations,
    string LocationNames,
    DateOnly Start,
    DateOnly End,
    string OutputIndicator,
    decimal OutputTarget,
    string OutputUnit,
    decimal EstimatedCost,
    decimal Funded,
    decimal FundingGap,
    decimal Realised,
    decimal ProgressPercent,
    string LeadAgency,
    string? Reference,
    long Version,
    long Position
)
{
    internal static ProgramRow Of(StoredProgram stored)
    {
        var (program, details) = (stored.Program, stored.Program.Details);
        return new(
            program.Id,
            program.Plan,
            program.Government,
            Domain.Reference.Government.Find(program.Government)?.Name,
            program.Status,
            details.Priority,
            Domain.Reference.Priority.Find(details.Priority)?.Name,
            details.Title,
            details.Description,
            details.SubActivity?.Edition,
            details.SubActivity?.Code,
            string.Join("; ", details.Locations),
            string.Join("; ", details.Locations.Select(code => Location.Find(code)?.Name ?? code)),
            details.Schedule.Start,
            details.Schedule.End,
            details.Output.Indicator,
            details.Output.Target,
            details.Output.Unit,
            details.EstimatedCost,
            program.Funded,
            program.FundingGap,
            program.Realised,
            program.ProgressPercent,
            details.LeadAgency,
            details.Reference,
            stored.Version,
            stored.Position
        );
    }
}
