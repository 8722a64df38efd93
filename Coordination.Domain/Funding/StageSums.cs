using Coordination.Domain.Programs;

namespace Coordination.Domain.Funding;

/// <summary>
/// Rupiah by how far the money has come: each line at its current stage only, closed ones nowhere. Of inactive programs
/// <see cref="Released"/> alone counts.
/// </summary>
/// <param name="Proposed">Σ proposed (usulan).</param>
/// <param name="Indicative">Σ indicative ceilings (pagu indikatif).</param>
/// <param name="Ceiling">Σ budget ceilings (pagu anggaran).</param>
/// <param name="Allocated">Σ allocated (DPA, DIPA).</param>
/// <param name="Realised">Σ realised (SP2D).</param>
/// <param name="Released">Allocated − realised of inactive programs.</param>
public readonly record struct StageSums(
    decimal Proposed,
    decimal Indicative,
    decimal Ceiling,
    decimal Allocated,
    decimal Realised,
    decimal Released
)
{
    internal static StageSums Of(SpbeProgram program, FundingLine line)
    {
        var realised = program.RealisedOn(line.Line);
        decimal At(FundingStage stage) => line.ClosedBy is null && line.Stage == stage ? line.Amount : 0;
        return program.IsActive
            ? new(
                At(FundingStage.Proposed),
                At(FundingStage.Indicative),
                At(FundingStage.Ceiling),
                At(FundingStage.Allocated),
                realised,
                Released: 0
            )
            // What a merged program still gives is with the one that it was merged into.
            : new()
            {
                Released =
                    program.Merger is not null && line.TransferTo is not null
                        ? 0
                        : At(FundingStage.Allocated) - realised,
            };
    }

    /// <summary>Both together.</summary>
    public static StageSums operator +(StageSums a, StageSums b) =>
        new(
            a.Proposed + b.Proposed,
            a.Indicative + b.Indicative,
            a.Ceiling + b.Ceiling,
            a.Allocated + b.Allocated,
            a.Realised + b.Realised,
            a.Released + b.Released
        );
}
