using Coordination.Api.Harmonization;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Api.Pages.Findings;

/// <summary>One finding, and what its recommendation would do.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Position">The last event that affects it.</param>
/// <param name="Day">The evaluation day in Jakarta.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Programs">The programs concerned.</param>
/// <param name="Titles">What programs are called, by number.</param>
public sealed record FindingModel(
    Plan Plan,
    long Position,
    DateOnly Day,
    Finding Finding,
    IReadOnlyList<SpbeProgram> Programs,
    IReadOnlyDictionary<string, string> Titles
)
{
    /// <summary>The plan before and after the recommended decision; none when there is none ready, or it would be refused.</summary>
    public WhatIfAnswer? Effect { get; init; }

    /// <summary>Why the recommended decision would be refused.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether the reader may accept and reopen it.</summary>
    public bool IsForReader { get; init; }

    /// <summary>What was typed as the reason.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}
