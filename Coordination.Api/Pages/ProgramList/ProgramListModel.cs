using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Api.Pages.ProgramList;

/// <summary>What the list of programs shows.</summary>
/// <param name="Plans">All plans, the newest first.</param>
/// <param name="Chosen">The plan that is shown; none is all of them.</param>
public sealed record ProgramListModel(IReadOnlyList<Plan> Plans, string? Chosen)
{
    /// <summary>This page of the list.</summary>
    public IReadOnlyList<SpbeProgram> Programs { get; init; } = [];

    /// <summary>The cursor of the next page, or none.</summary>
    public string? Next { get; init; }

    /// <summary>What is wrong with the filter.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}
