using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization;

/// <summary>A program of a plan before and after what happened to it; none before where it is new.</summary>
internal readonly record struct ProfileChange(ProgramProfile? Before, ProgramProfile After)
{
    /// <summary>As it was, where it was there and active.</summary>
    internal SpbeProgram? ActiveBefore => Before?.Program is { IsActive: true } program ? program : null;

    /// <summary>As it is, where it is active.</summary>
    internal SpbeProgram? ActiveAfter => After.Program is { IsActive: true } program ? program : null;
}
