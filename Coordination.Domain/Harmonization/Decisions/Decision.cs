using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Coordination.Domain.Funding;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Decisions;

/// <summary>
/// What a coordination meeting may decide (kesepakatan), or someone would try first. It acts through the commands that a planner, budget
/// officer or coordinator could give: <see cref="DecisionEffects"/>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Merge), "merge")]
[JsonDerivedType(typeof(Reassign), "reassign")]
[JsonDerivedType(typeof(Reschedule), "reschedule")]
[JsonDerivedType(typeof(RequestApbn), "request-apbn")]
[JsonDerivedType(typeof(CorrectFunding), "correct-funding")]
[JsonDerivedType(typeof(DeclareRelation), "declare-relation")]
[JsonDerivedType(typeof(Defer), "defer")]
[JsonDerivedType(typeof(Cancel), "cancel")]
[JsonDerivedType(typeof(Adopt), "adopt")]
[JsonDerivedType(typeof(Accept), "accept")]
[JsonDerivedType(typeof(SetTarget), "set-target")]
public abstract record Decision
{
    /// <summary>Why, 3 to 5,000 characters; a trial needs none.</summary>
    public string? Reason { get; init; }

    /// <summary>Numbers of the programs that it is about; they exist.</summary>
    [JsonIgnore]
    public virtual IEnumerable<string> Programs => [];
}

/// <summary>Makes one program of several.</summary>
/// <param name="Into">The program that goes on.</param>
public sealed record Merge(string Into) : Decision
{
    /// <summary>1 to 20 programs that end.</summary>
    public required ImmutableList<string> From { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Programs => [Into, .. From];
}

/// <summary>Gives a program to another government.</summary>
/// <param name="Program">Its number.</param>
/// <param name="Government">The government that takes it over.</param>
public sealed record Reassign(string Program, string Government) : OnProgram(Program);

/// <summary>Moves a program's schedule.</summary>
/// <param name="Program">Its number.</param>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day.</param>
/// <param name="MultiYear">Whether it may end after the plan's year; as it is, when missing.</param>
public sealed record Reschedule(string Program, DateOnly Start, DateOnly End, bool? MultiYear = null)
    : OnProgram(Program);

/// <summary>Asks for central money.</summary>
/// <param name="Program">Number of the program.</param>
/// <param name="Scheme">One of the seven APBN-support sources.</param>
/// <param name="Ministry">Who is asked, 3 to 200 characters.</param>
/// <param name="Amount">Whole rupiah, above 0.</param>
/// <param name="RequestedOn">Day of the request; the day of the decision, when missing.</param>
public sealed record RequestApbn(
    string Program,
    string Scheme,
    string Ministry,
    decimal Amount,
    DateOnly? RequestedOn = null
) : OnProgram(Program);

/// <summary>Corrects a funding line.</summary>
/// <param name="Program">Number of the program.</param>
/// <param name="Line">Its line.</param>
/// <param name="Amount">Whole rupiah from 0, when it changes.</param>
/// <param name="Stage">Stage, when it changes.</param>
/// <param name="Document">What proves it; the decision itself, when missing.</param>
/// <param name="ValidFrom">From which day the new values hold; the day of the decision, when missing.</param>
public sealed record CorrectFunding(
    string Program,
    string Line,
    decimal? Amount = null,
    FundingStage? Stage = null,
    FundingDocument? Document = null,
    DateOnly? ValidFrom = null
) : OnProgram(Program);

/// <summary>Declares how two programs stand to each other.</summary>
/// <param name="Program">The one that declares it.</param>
/// <param name="Relation">How.</param>
/// <param name="Other">The other one.</param>
public sealed record DeclareRelation(string Program, RelationKind Relation, string Other) : OnProgram(Program)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Programs => [Program, Other];
}

/// <summary>Puts a program off to the plan of a later year.</summary>
/// <param name="Program">Its number.</param>
/// <param name="ToYear">After the plan's year, at most ten years.</param>
public sealed record Defer(string Program, int ToYear) : OnProgram(Program);

/// <summary>Gives a program up.</summary>
/// <param name="Program">Its number.</param>
public sealed record Cancel(string Program) : OnProgram(Program);

/// <summary>Fills a gap with a new program.</summary>
/// <param name="Draft">The program, as it would be proposed.</param>
public sealed record Adopt(PlanProgram Draft) : Decision
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Programs => Draft.Relations.Select(relation => relation.Program);
}

/// <summary>Leaves a finding as it is.</summary>
/// <param name="Finding">Its id.</param>
public sealed record Accept(string Finding) : Decision;

/// <summary>Sets the plan's target.</summary>
/// <param name="Rate">Above 0, at most 1, four decimals.</param>
/// <param name="Definition">What the rate is a rate of.</param>
public sealed record SetTarget(decimal Rate, ImplementationDefinition Definition) : Decision;

/// <summary>A decision on one program.</summary>
/// <param name="Program">Its number.</param>
public abstract record OnProgram(string Program) : Decision
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Programs => [Program];
}
