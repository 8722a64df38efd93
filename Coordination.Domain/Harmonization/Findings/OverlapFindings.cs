using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Programs;

namespace Coordination.Domain.Harmonization.Findings;

/// <summary>Two active programs doing the same work at the same place and time.</summary>
internal static class OverlapFindings
{
    internal static Finding Of(Overlap overlap)
    {
        var (one, other) = (overlap.First.Program, overlap.Second.Program);
        var smaller = Math.Min(one.Details.EstimatedCost, other.Details.EstimatedCost);
        return FindingOf.Programs(
            FindingKind.Overlap,
            SeverityOf(overlap.Grade),
            [one, other],
            OverlapReasons.Of(overlap),
            decimal.Round(smaller * overlap.Place, 0, MidpointRounding.AwayFromZero),
            Advice(overlap),
            [overlap.Grade.ToString()]
        ) with
        {
            Grade = overlap.Grade,
            Score = overlap.Score,
        };
    }

    private static FindingSeverity SeverityOf(OverlapGrade grade) =>
        grade switch
        {
            OverlapGrade.Duplicate => FindingSeverity.High,
            OverlapGrade.Overlap => FindingSeverity.Medium,
            _ => FindingSeverity.Low,
        };

    private static Recommendation Advice(Overlap overlap)
    {
        var (kept, given) = KeptFirst(overlap.First.Program, overlap.Second.Program);
        return overlap.Grade switch
        {
            OverlapGrade.Complementary => new(
                RecommendedDecision.Accept,
                $"{FindingOf.Name(kept)} and {FindingOf.Name(given)} are declared as parts of one thing; see that they stay in step.",
                RecommendationEffect.InHand
            ),
            OverlapGrade.Duplicate when given.Completion is null && !kept.GivesTo(given) => new(
                RecommendedDecision.Merge,
                $"One makes the other unnecessary; {FindingOf.Name(kept)} is further: "
                    + $"{Rupiah.Text(kept.Funded)} allocated against {Rupiah.Text(given.Funded)}.",
                RecommendationEffect.Removed
            )
            {
                Into = kept.Id,
                From = [given.Id],
            },
            OverlapGrade.Overlap
                when given.Completion is null && kept.Relations.Count < PlanningDecisions.MostRelations => new(
                RecommendedDecision.DeclareRelation,
                $"Divide the shared places between {FindingOf.Name(kept)} and {FindingOf.Name(given)} and declare that they "
                    + $"complement each other; each then does what the other does not.",
                RecommendationEffect.Removed
            )
            {
                Program = kept.Id,
                Relation = RelationKind.Complements,
                Other = given.Id,
            },
            _ => new(
                RecommendedDecision.FollowUp,
                given.Completion is not null
                    ? (Sentence)
                        $"{FindingOf.Name(given)} is completed; what both did at the same place is for the review of the year."
                    : (Sentence)
                        $"Agree how {FindingOf.Name(kept)} and {FindingOf.Name(given)} divide the work, and their money first.",
                RecommendationEffect.InHand
            ),
        };
    }

    /// <summary>
    /// The one that is kept: completed, or receiving the other's money, or with more allocated, or dearer, or with the smaller number. Not by
    /// progress.
    /// </summary>
    private static (SpbeProgram Kept, SpbeProgram Given) KeptFirst(SpbeProgram one, SpbeProgram other)
    {
        var isOne =
            (one.Completion is not null, other.GivesTo(one), one.Funded, one.Details.EstimatedCost).CompareTo(
                (other.Completion is not null, one.GivesTo(other), other.Funded, other.Details.EstimatedCost)
            ) >= 0;
        return isOne ? (one, other) : (other, one);
    }
}
