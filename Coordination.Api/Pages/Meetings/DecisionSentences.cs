using Coordination.Domain.Harmonization.Decisions;

namespace Coordination.Api.Pages.Meetings;

/// <summary>What a decision says, in one sentence of the reader's language.</summary>
internal static class DecisionSentences
{
    internal static string Of(Decision decision, IReadOnlyDictionary<string, string> titles, Language language)
    {
        string Name(string id) => titles.TryGetValue(id, out var title) ? $"“{title}” ({id})" : id;
        return decision switch
        {
            Merge d => language["decided.merge", string.Join(language["and"], d.From.Select(Name)), Name(d.Into)],
            Reassign d => language["decided.reassign", Name(d.Program), MeetingSentences.NameOf(d.Government)],
            Reschedule d => language["decided.reschedule", Name(d.Program), language.Day(d.Start), language.Day(d.End)],
            RequestApbn d => language[
                "decided.request-apbn",
                Name(d.Program),
                language.Rupiah(d.Amount),
                d.Ministry,
                d.Scheme
            ],
            CorrectFunding d => language["decided.correct-funding", Name(d.Program), d.Line] + Corrected(d, language),
            DeclareRelation d => language[
                "decided.declare-relation",
                Name(d.Program),
                language[$"relation.{d.Relation}"].ToLowerInvariant(),
                Name(d.Other)
            ],
            Defer d => language["decided.defer", Name(d.Program), $"{d.ToYear}"],
            Cancel d => language["decided.cancel", Name(d.Program)],
            Adopt d => language[
                "decided.adopt",
                d.Draft.Title,
                MeetingSentences.NameOf(d.Draft.Government),
                language.Money(d.Draft.EstimatedCost)
            ],
            Accept d => language["decided.accept", MeetingSentences.KindOf(d.Finding, language) ?? d.Finding],
            SetTarget d => language[
                "decided.set-target",
                language.Percent(d.Rate),
                language[$"definition.{d.Definition}"]
            ],
            _ => decision.GetType().Name,
        };
    }

    private static string Corrected(CorrectFunding decision, Language language) =>
        string.Concat(
            decision.Amount is { } amount ? $" {language["decided.amount", language.Rupiah(amount)]}" : "",
            decision.Stage is { } stage ? $" {language["decided.stage", language[$"stage.{stage}"]]}" : ""
        );
}
