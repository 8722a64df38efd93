using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Coordination.Domain.Funding;

namespace Coordination.Domain.Programs;

/// <summary>What is asked of a program. Members marked as ignored come from the request's path, not from its body.</summary>
public interface IProgramCommand
{
    /// <summary>Why; kept beside the events.</summary>
    string? Reason { get; }

    /// <summary>Numbers of other programs that must exist.</summary>
    IEnumerable<string> MentionedPrograms => [];
}

/// <summary>Proposes a program in an open plan.</summary>
public sealed record PlanProgram : ProgramDetails, IProgramCommand
{
    /// <summary>Plan id, <c>19-2024</c>; open.</summary>
    public required string Plan { get; init; }

    /// <summary>Code of the proposing government, within the plan's province.</summary>
    public required string Government { get; init; }

    /// <summary>Relations to programs that exist; at most 50.</summary>
    public ImmutableList<Relation> Relations { get; init; } = [];

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public IEnumerable<string> MentionedPrograms => Relations.Select(relation => relation.Program);
}

/// <summary>Says the details anew. Plan and government may be repeated and stay as they are.</summary>
public sealed record ReviseProgram : ProgramDetails, IProgramCommand
{
    /// <summary>The program's plan, when repeated.</summary>
    public string? Plan { get; init; }

    /// <summary>The program's government, when repeated; reassignment changes it.</summary>
    public string? Government { get; init; }

    /// <summary>Why; required.</summary>
    public required string Reason { get; init; }

    /// <summary>A revision to these details.</summary>
    internal static ReviseProgram Of(ProgramDetails details, string reason) =>
        new()
        {
            Priority = details.Priority,
            Title = details.Title,
            Description = details.Description,
            SubActivity = details.SubActivity,
            Locations = details.Locations,
            Output = details.Output,
            SpbeIndicators = details.SpbeIndicators,
            Schedule = details.Schedule,
            EstimatedCost = details.EstimatedCost,
            LeadAgency = details.LeadAgency,
            Reference = details.Reference,
            Reason = reason,
        };
}

/// <summary>Declares a relation to a program that exists.</summary>
public sealed record DeclareRelation(RelationKind Kind, string Program, string? Reason = null) : IProgramCommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public IEnumerable<string> MentionedPrograms => [Program];
}

/// <summary>Takes a declared relation back.</summary>
public sealed record WithdrawRelation(RelationKind Kind, string Program, string? Reason = null) : IProgramCommand;

/// <summary>Puts the program off to the plan of a later year.</summary>
/// <param name="ToYear">After the plan's year, at most ten years.</param>
/// <param name="Reason">Why; required.</param>
public sealed record DeferProgram(int ToYear, string Reason) : IProgramCommand;

/// <summary>Resumes a deferred program in its plan.</summary>
/// <param name="Reason">Why; required.</param>
public sealed record ResumeProgram(string Reason) : IProgramCommand;

/// <summary>Gives the program up.</summary>
/// <param name="Reason">Why; required.</param>
public sealed record CancelProgram(string Reason) : IProgramCommand;

/// <summary>
/// Makes the program one with another: what it has not realised goes there, and undecided requests are withdrawn. Only a decision of a
/// coordination meeting does so.
/// </summary>
/// <param name="Into">Number of the program that goes on: active, of the same plan.</param>
/// <param name="Decision">The decision that it is merged by.</param>
/// <param name="Reason">Why; required.</param>
public sealed record MergeProgram(string Into, string Decision, string Reason) : IProgramCommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public IEnumerable<string> MentionedPrograms => [Into];
}

/// <summary>Gives the program to another government of the province; its number stays.</summary>
/// <param name="Government">The government that takes it over; it contains all of the program's locations.</param>
/// <param name="Reason">Why; required.</param>
public sealed record ReassignProgram(string Government, string Reason) : IProgramCommand;
