using System.Text.Json.Nodes;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.Parts;
using Coordination.Api.Pages.ProgramForms;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages.MeetingForms;

/// <summary>The fields of a meeting's forms, named as in the commands that they fill.</summary>
internal static class MeetingFields
{
    private const string Expects = "expects";
    private const string Finding = "finding";

    private static readonly string[] Expectations =
    [
        "program-status",
        "program-progress",
        "program-funded",
        "constraint-resolved",
        "finding-closed",
    ];

    internal static readonly FormField[] Why = FormFieldsOf.Reason;

    internal static readonly FormField[] Schedule =
    [
        new("title", FieldKind.Line) { Text = "field.meeting-title" },
        new("date", FieldKind.Day),
        new("time", FieldKind.Time, IsRequired: false),
        new("place", FieldKind.Line),
        new("chair", FieldKind.Line),
    ];

    internal static readonly FormField[] Report =
    [
        new("text", FieldKind.Text) { Text = "field.report-text" },
        new("done", FieldKind.Flag, IsRequired: false),
    ];

    internal static readonly FormField[] Addendum = [new("text", FieldKind.Text) { Text = "field.addendum-text" }];

    internal static FormField[] FollowUp(MeetingSubject subject)
    {
        var finding = subject.Finding;
        return
        [
            new("text", FieldKind.Text),
            new("owner", FieldKind.Line),
            new("agency", FieldKind.Line),
            new("government", FieldKind.Choice)
            {
                Options = _ => Choices.Governments(Government.Within(subject.Meeting.Plan[..2])),
                Start = _ =>
                    finding?.Recommendation.Government
                    ?? (finding?.Governments is [var first, ..] ? first : subject.Meeting.Plan[..2]),
            },
            new("due", FieldKind.Day),
            new(Expects, FieldKind.Choice, IsRequired: false)
            {
                Options = form =>
                    [
                        .. Expectations
                            .Where(kind => kind != "finding-closed" || finding is not null)
                            .Select(kind => new Choice(kind, form.Language[$"expects.{kind}"])),
                    ],
                Start = _ => finding is null ? null : "finding-closed",
            },
            new("program", FieldKind.Line, IsRequired: false)
            {
                IsDetail = true,
                Text = "field.expected-program",
                Start = _ => ProgramOf(finding),
            },
            new("status", FieldKind.Choice, IsRequired: false)
            {
                IsDetail = true,
                Text = "field.expected-status",
                Options = form => Choices.Of<ProgramStatus>(form.Language, "status"),
            },
            new("percent", FieldKind.Quantity, IsRequired: false) { IsDetail = true, Text = "field.expected-percent" },
            new("amount", FieldKind.Money, IsRequired: false) { IsDetail = true, Text = "field.expected-amount" },
            new("constraint", FieldKind.Line, IsRequired: false)
            {
                IsDetail = true,
                Text = "field.expected-constraint",
            },
            // Not shown: it comes with the item.
            new(Finding, FieldKind.Line, IsRequired: false) { IsHidden = true, Start = _ => finding?.Id },
        ];
    }

    /// <summary>What is expected is one member of several kinds; what belongs to another kind is left out.</summary>
    internal static void NestExpectation(JsonObject body)
    {
        var kind = body[Expects]?.GetValue<string>();
        var members = kind switch
        {
            "program-status" => ["program", "status"],
            "program-progress" => ["program", "percent"],
            "program-funded" => ["program", "amount"],
            "constraint-resolved" => ["program", "constraint"],
            "finding-closed" => [Finding],
            _ => (string[])[],
        };
        var expected = new JsonObject { ["kind"] = kind };
        foreach (var name in members)
            expected[name] = body[name]?.DeepClone();
        foreach (var name in (string[])[Expects, "program", "status", "percent", "amount", "constraint"])
            body.Remove(name);
        if (kind is not null)
            body[Expects] = expected;
    }

    /// <summary>What the chosen kind of expectation needs and has not.</summary>
    internal static IEnumerable<string> MissingOf(FormInput input)
    {
        string[] needed = input.Values.GetValueOrDefault(Expects) switch
        {
            "program-status" => ["program", "status"],
            "program-progress" => ["program", "percent"],
            "program-funded" => ["program"],
            "constraint-resolved" => ["program", "constraint"],
            _ => [],
        };
        return needed.Where(name => input.Values[name].Length == 0);
    }

    private static string? ProgramOf(Finding? finding) =>
        finding?.Recommendation.Program ?? (finding?.Programs is [var only] ? only : null);
}
