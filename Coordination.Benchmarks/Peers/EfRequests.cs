namespace Coordination.Benchmarks.Peers;

internal sealed record OpenPlanRequest(string Province, int Year);

internal sealed record PlanRequest(
    string Plan,
    string Government,
    string Priority,
    string Title,
    string Description,
    string[] Locations,
    OutputRequest Output,
    ScheduleRequest Schedule,
    decimal EstimatedCost,
    string LeadAgency
)
{
    internal bool IsValid =>
        Title.Length is >= 3 and <= 300 && Locations.Length > 0 && EstimatedCost > 0 && Schedule.End >= Schedule.Start;

    internal EfProgram ToProgram() =>
        new()
        {
            Id = $"{Guid.NewGuid():N}",
            Plan = Plan,
            Government = Government,
            Priority = Priority,
            Title = Title,
            Description = Description,
            Locations = Locations,
            OutputIndicator = Output.Indicator,
            OutputTarget = Output.Target,
            OutputUnit = Output.Unit,
            Start = Schedule.Start,
            End = Schedule.End,
            EstimatedCost = EstimatedCost,
            LeadAgency = LeadAgency,
        };
}

internal sealed record OutputRequest(string Indicator, decimal Target, string Unit);

internal sealed record ScheduleRequest(DateOnly Start, DateOnly End);

internal sealed record BudgetRequest(string Source, string Stage, decimal Amount, DocumentRequest? Document)
{
    internal EfFunding ToLine() =>
        new()
        {
            Source = Source,
            Stage = Stage,
            Amount = Amount,
            Document = Document?.Number,
        };
}

internal sealed record DocumentRequest(string Kind, string Number, DateOnly Date);

internal sealed record CompletionRequest(DateOnly Date, decimal Output, string Evidence);
