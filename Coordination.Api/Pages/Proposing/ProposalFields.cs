using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.Parts;
using Coordination.Api.Pages.ProgramForms;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages.Proposing;

/// <summary>The fields of a proposal, by what they are about, named as in the API. Places and indicators have parts of their own.</summary>
internal static class ProposalFields
{
    internal static readonly FormField[] What =
    [
        new("priority", FieldKind.Choice) { Options = subject => Choices.Priorities(subject.Language) },
        new("title", FieldKind.Line),
        new("description", FieldKind.Text),
        new("leadAgency", FieldKind.Line),
    ];

    internal static readonly FormField[] When =
    [
        new("schedule.start", FieldKind.Day),
        new("schedule.end", FieldKind.Day),
        new("schedule.multiYear", FieldKind.Flag, IsRequired: false),
        new("estimatedCost", FieldKind.Money),
    ];

    internal static readonly FormField[] Output =
    [
        new("output.indicator", FieldKind.Line),
        new("output.target", FieldKind.Quantity),
        new("output.unit", FieldKind.Line),
    ];

    internal static readonly FormField[] Codes =
    [
        new("subActivity.edition", FieldKind.Choice, IsRequired: false)
        {
            Options = _ => [.. Nomenclature.EditionNames.Select(name => new Choice(name, name))],
        },
        new("subActivity.code", FieldKind.Line, IsRequired: false),
        new("reference", FieldKind.Line, IsRequired: false),
    ];

    /// <summary>Why details are said anew.</summary>
    internal static readonly FormField[] Why = FormFieldsOf.Reason;

    internal static readonly FormField[] OfProposal = [.. What, .. When, .. Output, .. Codes];

    internal static readonly FormField[] OfRevision = [.. OfProposal, .. Why];
}
