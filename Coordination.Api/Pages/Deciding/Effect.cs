using Coordination.Api.Harmonization;
using Coordination.Api.Pages.Meetings;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Comparisons;
using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Api.Pages.Deciding;

/// <summary>A figure of the board before a decision and after.</summary>
public sealed record EffectFigure(string Name, string Before, string After);

/// <summary>What a decision would do, before it is taken.</summary>
/// <param name="Figures">Those figures of the board that it changes.</param>
/// <param name="Programs">What becomes of programs, a sentence each.</param>
/// <param name="Closed">Findings that would be gone.</param>
/// <param name="Opened">Findings that would be new.</param>
/// <param name="Warnings">What who decides should know.</param>
public sealed record Effect(
    IReadOnlyList<EffectFigure> Figures,
    IReadOnlyList<string> Programs,
    IReadOnlyList<Finding> Closed,
    IReadOnlyList<Finding> Opened,
    IReadOnlyList<string> Warnings
)
{
    internal static Effect Of(WhatIfAnswer answer, Language language) =>
        new(
            [.. FiguresOf(answer.Before, answer.After, language).Where(figure => figure.Before != figure.After)],
            [.. ProgramsOf(answer.Changes.Programs, language)],
            answer.Changes.Findings.Closed,
            answer.Changes.Findings.Opened,
            [.. answer.Warnings.Select(warning => language.Say(warning.Detail))]
        );

    private static IEnumerable<EffectFigure> FiguresOf(HarmonizationView before, HarmonizationView after, Language l)
    {
        EffectFigure Row(string key, Func<HarmonizationView, string> figure) =>
            new(l[key], figure(before), figure(after));
        // In short, but to the last rupiah where that would hide a change.
        EffectFigure Money(string key, Func<Totals, decimal> sum) =>
            l.Money(sum(before.Totals)) == l.Money(sum(after.Totals))
                ? Row(key, view => l.Rupiah(sum(view.Totals)))
                : Row(key, view => l.Money(sum(view.Totals)));
        yield return Row("effect.findings", view => l.Number(view.Findings.Count(finding => finding.IsWaiting)));
        yield return Row("effect.active", view => l.Number(view.Totals.Active));
        yield return Money("money.cost", totals => totals.EstimatedCost);
        yield return Money("money.funded", totals => totals.Funded);
        yield return Money("money.gap", totals => totals.FundingGap);
        yield return Money("effect.requested", totals => totals.Apbn.Requested);
        yield return Row("board.implementation", view => view.Implementation.Rate is { } rate ? l.Percent(rate) : "–");
        yield return Row("effect.target", view => l.Percent(view.Plan.Target.Rate));
    }

    private static IEnumerable<string> ProgramsOf(ProgramChanges changes, Language l) =>
        [
            .. changes.Added.Select(change =>
                l["effect.added", change.Title, MeetingSentences.NameOf(change.Government)]
            ),
            .. changes.Removed.Select(change =>
                l["effect.removed", change.Title, change.Program, l[$"status.{change.Status}"]]
            ),
            .. changes.Changed.Select(change =>
                l[
                    "effect.changed",
                    change.Title,
                    change.Program,
                    string.Join(
                        ", ",
                        change.Changes.Select(field => l.Find($"field.{field.Field}") ?? field.Field).Distinct()
                    )
                ]
            ),
        ];
}
