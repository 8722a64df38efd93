using System.Globalization;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.Parts;
using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Api.Pages.ProgramForms;

/// <summary>The fields of the short forms, named as in the commands that they fill.</summary>
internal static class FormFieldsOf
{
    private static readonly FormField Why = new("reason", FieldKind.Text);

    internal static readonly FormField[] Progress =
    [
        new("percent", FieldKind.Quantity),
        Today("asOf"),
        new("output", FieldKind.Quantity, IsRequired: false),
        new("note", FieldKind.Text, IsRequired: false),
        new("evidence", FieldKind.Line, IsRequired: false),
    ];

    internal static readonly FormField[] Constraint =
    [
        OneOf<ConstraintCategory>("category", "category"),
        OneOf<ConstraintSeverity>("severity", "severity"),
        new("description", FieldKind.Text),
    ];

    internal static readonly FormField[] Note = [new("note", FieldKind.Text, IsRequired: false)];

    internal static readonly FormField[] Relation =
    [
        OneOf<RelationKind>("kind", "relation"),
        new("program", FieldKind.Line),
        new("reason", FieldKind.Text, IsRequired: false),
    ];

    internal static readonly FormField[] Completion =
    [
        Today("date"),
        new("output", FieldKind.Quantity)
        {
            Start = subject => subject.Program!.Details.Output.Target.ToString("0.####", CultureInfo.InvariantCulture),
        },
        new("evidence", FieldKind.Text),
        new("zeroCostReason", FieldKind.Text, IsRequired: false),
    ];

    internal static readonly FormField[] Reason = [Why];

    internal static readonly FormField[] Deferral =
    [
        new("toYear", FieldKind.Whole)
        {
            Start = subject => $"{int.Parse(subject.Program!.Plan.Split('-')[^1], CultureInfo.InvariantCulture) + 1}",
        },
        Why,
    ];

    internal static readonly FormField[] Funding =
    [
        new("source", FieldKind.Choice) { Options = _ => Choices.Sources(_ => true) },
        OneOf<FundingStage>("stage", "stage"),
        new("amount", FieldKind.Money),
        .. Document(isRequired: false),
        new("line", FieldKind.Line, IsRequired: false),
        new("reason", FieldKind.Text, IsRequired: false),
    ];

    internal static readonly FormField[] Correction =
    [
        new("amount", FieldKind.Money, IsRequired: false)
        {
            Start = subject => subject.Language.Number(subject.Program!.FindLine(subject.Part!)!.Amount),
        },
        .. Document(isRequired: true),
        Today("validFrom"),
        Why,
    ];

    internal static readonly FormField[] Request =
    [
        new("scheme", FieldKind.Choice) { Options = _ => Choices.Sources(source => source.IsApbnSupport) },
        new("ministry", FieldKind.Line),
        new("amount", FieldKind.Money),
        Today("requestedOn"),
        new("reason", FieldKind.Text, IsRequired: false),
    ];

    internal static readonly FormField[] Grant =
    [
        new("amount", FieldKind.Money)
        {
            Start = subject => subject.Language.Number(subject.Program!.FindRequest(subject.Part!)!.Amount),
        },
        .. Document(isRequired: true),
        Today("decidedOn"),
    ];

    internal static readonly FormField[] Decision = [Today("decidedOn"), Why];

    internal static readonly FormField[] Realisation =
    [
        new("line", FieldKind.Choice)
        {
            Options = Lines,
            Start = subject => Lines(subject) is [var only] ? only.Value : null,
        },
        new("amount", FieldKind.Money),
        Today("date"),
        .. Document(isRequired: false),
    ];

    internal static readonly FormField[] Payment =
    [
        new("amount", FieldKind.Money, IsRequired: false)
        {
            Start = subject => subject.Language.Number(PaymentOf(subject.Program!, subject.Part)!.Amount),
        },
        new("date", FieldKind.Day, IsRequired: false)
        {
            Start = subject => Written(PaymentOf(subject.Program!, subject.Part)!.Date),
        },
        Why,
    ];

    internal static Realisation? PaymentOf(SpbeProgram program, string? number) =>
        program.Realisations.Find(paid => $"{paid.Number}" == number);

    internal static FormField OneOf<T>(string name, string texts)
        where T : struct, Enum =>
        new(name, FieldKind.Choice) { Options = subject => Choices.Of<T>(subject.Language, texts) };

    internal static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static FormField Today(string name) =>
        new(name, FieldKind.Day) { Start = subject => Written(subject.Today) };

    private static FormField[] Document(bool isRequired) =>
        [
            new("document.kind", FieldKind.Line, isRequired),
            new("document.number", FieldKind.Line, isRequired),
            new("document.date", FieldKind.Day, isRequired),
        ];

    private static IReadOnlyList<Choice> Lines(FormSubject subject) =>
        [
            .. subject
                .Program!.Funding.Where(line => line.IsAllocated)
                .Select(line => new Choice(
                    line.Line,
                    $"{line.Line}: {line.Source}, {subject.Language.Rupiah(line.Amount)}"
                )),
        ];
}
