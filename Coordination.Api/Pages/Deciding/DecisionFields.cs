using System.Globalization;
using Coordination.Api.EventStore;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.Parts;
using Coordination.Api.Pages.ProgramForms;
using Coordination.Api.Pages.Proposing;
using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages.Deciding;

/// <summary>The fields of each kind of decision, named as in the API, with what the finding recommends in them.</summary>
internal static class DecisionFields
{
    /// <summary>All programs that are made one.</summary>
    internal const string Merged = "merged";

    /// <summary>How a decision is taken, and why.</summary>
    internal static FormField[] How(DecisionSubject subject) =>
        [
            new("reason", FieldKind.Text)
            {
                Start = form =>
                    subject.Agenda is null ? null : form.Language["decide.reason.start", subject.Heading.TrimEnd('.')],
            },
            new("by", FieldKind.Choice)
            {
                Options = form => Choices.Of<DecisionBy>(form.Language, "decision-by"),
                Start = _ => CanonicalJson.NameOf(DecisionBy.Consensus),
            },
            new("objections", FieldKind.List, IsRequired: false),
        ];

    /// <summary>Of programs that a finding names, those that do not go on end.</summary>
    internal static FormField[] Merge(DecisionSubject subject)
    {
        var recommended = subject.Recommends(RecommendedDecision.Merge);
        var into = Program(subject, "into", recommended?.Into) with { Text = "field.into" };
        return subject.Finding is { Programs.Count: > 1 }
            ?
            [
                into,
                // Not shown: whichever goes on, the others end.
                new(Merged, FieldKind.List)
                {
                    IsHidden = true,
                    Start = _ => string.Join('\n', subject.Finding.Programs),
                },
            ]
            : [into, new("from", FieldKind.List)];
    }

    internal static FormField[] Reassign(DecisionSubject subject)
    {
        var recommended = subject.Recommends(RecommendedDecision.Reassign);
        return [Program(subject, "program", recommended?.Program), Government(subject, recommended?.Government)];
    }

    internal static FormField[] Reschedule(DecisionSubject subject)
    {
        var recommended = subject.Recommends(RecommendedDecision.Reschedule);
        return
        [
            Program(subject, "program", recommended?.Program),
            new("start", FieldKind.Day) { Text = "field.schedule.start", Start = _ => Written(recommended?.Start) },
            new("end", FieldKind.Day) { Text = "field.schedule.end", Start = _ => Written(recommended?.End) },
            new("multiYear", FieldKind.Flag, IsRequired: false) { Text = "field.schedule.multiYear" },
        ];
    }

    internal static FormField[] RequestApbn(DecisionSubject subject)
    {
        var recommended = subject.Recommends(RecommendedDecision.RequestApbn);
        return
        [
            Program(subject, "program", recommended?.Program),
            new("scheme", FieldKind.Choice) { Options = _ => Choices.Sources(source => source.IsApbnSupport) },
            new("ministry", FieldKind.Line),
            Amount(recommended, isRequired: true),
            new("requestedOn", FieldKind.Day, IsRequired: false),
        ];
    }

    internal static FormField[] CorrectFunding(DecisionSubject subject)
    {
        var recommended = subject.Recommends(RecommendedDecision.CorrectFunding);
        return
        [
            Program(subject, "program", recommended?.Program),
            new("line", FieldKind.Line) { Text = "field.corrected-line", Start = _ => recommended?.Line },
            Amount(recommended, isRequired: false),
            FormFieldsOf.OneOf<FundingStage>("stage", "stage") with
            {
                IsRequired = false,
            },
            new("validFrom", FieldKind.Day, IsRequired: false),
        ];
    }

    internal static FormField[] DeclareRelation(DecisionSubject subject)
    {
        var recommended = subject.Recommends(RecommendedDecision.DeclareRelation);
        return
        [
            Program(subject, "program", recommended?.Program),
            FormFieldsOf.OneOf<RelationKind>("relation", "relation") with
            {
                Text = "field.kind",
                Start = _ => recommended?.Relation is { } relation ? CanonicalJson.NameOf(relation) : null,
            },
            Program(subject, "other", recommended?.Other) with
            {
                Text = "field.other",
            },
        ];
    }

    internal static FormField[] Defer(DecisionSubject subject)
    {
        var recommended = subject.Recommends(RecommendedDecision.Defer);
        return
        [
            Program(subject, "program", recommended?.Program),
            new("toYear", FieldKind.Whole) { Start = _ => $"{recommended?.ToYear ?? YearOf(subject) + 1}" },
        ];
    }

    internal static FormField[] Cancel(DecisionSubject subject) =>
        [Program(subject, "program", subject.Recommends(RecommendedDecision.Cancel)?.Program)];

    /// <summary>A program to fill a gap: its government and priority are those of the gap.</summary>
    internal static FormField[] Draft(DecisionSubject subject) =>
        [
            .. ProposalFields.OfProposal.Select(field =>
                field.Name switch
                {
                    "priority" => field with { Start = _ => subject.Finding?.Priority },
                    "schedule.start" => field with { Start = form => Written(First(form.Today, YearOf(subject))) },
                    "schedule.end" => field with { Start = _ => Written(new DateOnly(YearOf(subject), 12, 31)) },
                    _ => field,
                }
            ),
        ];

    internal static FormField[] SetTarget(DecisionSubject subject) =>
        [
            new("rate", FieldKind.Rate),
            new("definition", FieldKind.Choice)
            {
                Options = form => Choices.Of<ImplementationDefinition>(form.Language, "definition"),
            },
        ];

    internal static FormField Government(DecisionSubject subject, string? start) =>
        new("government", FieldKind.Choice)
        {
            Options = _ => Choices.Governments(Domain.Reference.Government.Within(subject.Meeting.Plan[..2])),
            Start = _ => start,
        };

    private static FormField Program(DecisionSubject subject, string name, string? start) =>
        subject.Finding is { Programs: { Count: > 0 } programs }
            ? new(name, FieldKind.Choice)
            {
                Text = "field.decided-program",
                Options = _ =>
                    [
                        .. programs.Select(id => new Choice(
                            id,
                            $"{subject.Material.Titles.GetValueOrDefault(id, "")} ({id})".TrimStart()
                        )),
                    ],
                Start = _ => start ?? (programs is [var only] ? only : null),
            }
            : new(name, FieldKind.Line) { Text = "field.decided-program", Start = _ => start };

    private static FormField Amount(Recommendation? recommended, bool isRequired) =>
        new("amount", FieldKind.Money, isRequired)
        {
            Start = form => recommended?.Amount is { } amount ? form.Language.Number(amount) : null,
        };

    private static DateOnly First(DateOnly today, int year) => today.Year == year ? today : new(year, 1, 1);

    private static int YearOf(DecisionSubject subject) =>
        int.Parse(subject.Meeting.Plan[3..7], CultureInfo.InvariantCulture);

    private static string? Written(DateOnly? day) => day is { } given ? FormFieldsOf.Written(given) : null;
}
