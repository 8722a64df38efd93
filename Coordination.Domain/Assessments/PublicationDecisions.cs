using Coordination.Domain.Reference;

namespace Coordination.Domain.Assessments;

/// <summary>Decisions on what a decree published.</summary>
internal static class PublicationDecisions
{
    internal static Outcome<IAssessmentEvent> Publish(
        Verdict verdict,
        Assessment assessment,
        PublishIndex c,
        SpbeInstrument instrument,
        DateOnly today
    )
    {
        var published = new Publication(
            [.. c.Domains.Select(Decimals.Normalised)],
            Decimals.Normalised(c.Index),
            c.Decree.Trim(),
            c.PublishedOn
        );
        var earlier = assessment.Publications.Find(publication => publication.Decree == published.Decree);
        var isRepeated = earlier?.SaysTheSameAs(published) == true;
        RequireFigures(verdict, c, instrument);
        verdict.RequireText(c.Decree, "decree", 3, Texts.Line);
        if (verdict.RequirePast(c.PublishedOn, today, "publishedOn"))
            verdict.Require(
                c.PublishedOn.Year >= assessment.Year,
                "published-before-year",
                "publishedOn",
                $"{c.PublishedOn:yyyy-MM-dd} lies before the year {assessment.Year} that was assessed."
            );
        if (!verdict.IsRefused && !isRepeated)
            RequireReason(verdict, c, published, earlier, instrument);
        return verdict.Decide<IAssessmentEvent>(() =>
            isRepeated
                ? []
                :
                [
                    new IndexPublished(
                        assessment.Government,
                        assessment.Year,
                        published.Domains,
                        published.Index,
                        published.Decree,
                        published.PublishedOn
                    ),
                ]
        );
    }

    private static void RequireFigures(Verdict verdict, PublishIndex c, SpbeInstrument instrument)
    {
        verdict.Require(
            c.Domains.Count == instrument.Domains.Count,
            "domains-count",
            "domains",
            $"{c.Domains.Count} domain values are named; instrument {instrument.Code} has {instrument.Domains.Count}."
        );
        foreach (var (index, value) in c.Domains.Index().Take(instrument.Domains.Count))
            RequirePrinted(verdict, value, $"domains[{index}]", instrument);
        RequirePrinted(verdict, c.Index, "index", instrument);
    }

    private static void RequirePrinted(Verdict verdict, decimal value, string field, SpbeInstrument instrument) =>
        verdict.Require(
            value >= 1 && value <= instrument.HighestLevel && decimal.Round(value, 2) == value,
            "published-value-invalid",
            field,
            $"{value} is not a value from 1 to {instrument.HighestLevel} with at most two decimals, as decrees print it."
        );

    /// <summary>A slip of the pen is refused; what a decree really says, or is corrected to say, is told by a reason.</summary>
    private static void RequireReason(
        Verdict verdict,
        PublishIndex c,
        Publication published,
        Publication? earlier,
        SpbeInstrument instrument
    )
    {
        var hasReason = Texts.TrimmedOrNone(c.Reason) is not null;
        verdict.Require(
            earlier is null || hasReason,
            "correction-unexplained",
            "reason",
            $"{published.Decree} is already recorded with index {earlier?.Index} of {earlier?.PublishedOn:yyyy-MM-dd}; "
                + $"correcting it needs a reason."
        );
        if (published.IsConsistentWith(instrument))
            return;
        Sentence detail =
            $"The domain values give {instrument.IndexOf(published.Domains)}, which rounding cannot make {published.Index}.";
        verdict.Require(
            hasReason,
            "index-inconsistent",
            "index",
            $"{detail} Where the decree prints it so, say it in the reason."
        );
        verdict.Warn(applies: true, "index-inconsistent", "index", detail);
    }
}
