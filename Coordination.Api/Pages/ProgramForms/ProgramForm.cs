using System.Globalization;
using System.Text.Json;
using Coordination.Api.Pages.Forms;
using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Api.Pages.ProgramForms;

/// <summary>A short form of a program's page: a command, its fields, and when it makes sense.</summary>
/// <param name="Path">Below the program's address; <c>{part}</c> stands for a line, request, payment or constraint.</param>
/// <param name="Command">What is sent.</param>
/// <param name="Fits">Whether it can be given now; the decision itself says why not, if it is given all the same.</param>
/// <param name="Fields">What is to be filled in.</param>
public sealed record ProgramForm(
    string Path,
    Type Command,
    Func<SpbeProgram, string?, bool> Fits,
    params IReadOnlyList<FormField> Fields
)
{
    private const string Part = "{part}";

    /// <summary>In the order of a program's life.</summary>
    internal static readonly IReadOnlyList<ProgramForm> All =
    [
        new("progress", typeof(ReportProgress), IsUnderWay, FormFieldsOf.Progress),
        new("constraints", typeof(RaiseConstraint), IsUnderWay, FormFieldsOf.Constraint),
        new(
            $"constraints/{Part}/resolution",
            typeof(ResolveConstraint),
            (program, part) => program.FindConstraint(part!) is { IsResolved: false },
            FormFieldsOf.Note
        ),
        new("relations", typeof(DeclareRelation), (program, _) => program.IsActive, FormFieldsOf.Relation),
        new("completion", typeof(CompleteProgram), IsUnderWay, FormFieldsOf.Completion),
        new(
            "reopening",
            typeof(ReopenCompletion),
            (program, _) => program is { Completion: not null, IsActive: true },
            FormFieldsOf.Reason
        ),
        new("deferral", typeof(DeferProgram), IsUnderWay, FormFieldsOf.Deferral),
        new(
            "resumption",
            typeof(ResumeProgram),
            (program, _) => program.Status == ProgramStatus.Deferred,
            FormFieldsOf.Reason
        ),
        new(
            "cancellation",
            typeof(CancelProgram),
            (program, _) => program is { Completion: null, CancellationReason: null, Merger: null },
            FormFieldsOf.Reason
        ),
        new("funding", typeof(BudgetProgram), IsUnderWay, FormFieldsOf.Funding),
        new(
            $"funding/{Part}/correction",
            typeof(CorrectFunding),
            (program, part) => program.FindLine(part!) is { ClosedBy: null },
            FormFieldsOf.Correction
        ),
        new("apbn-requests", typeof(RequestApbnSupport), IsUnderWay, FormFieldsOf.Request),
        new($"apbn-requests/{Part}/grant", typeof(GrantApbnSupport), IsUndecided, FormFieldsOf.Grant),
        new($"apbn-requests/{Part}/rejection", typeof(RejectApbnSupport), IsUndecided, FormFieldsOf.Decision),
        new($"apbn-requests/{Part}/withdrawal", typeof(WithdrawApbnSupport), IsUndecided, FormFieldsOf.Decision),
        new(
            "realisations",
            typeof(RealiseFunds),
            (program, _) => program.Funding.Exists(line => line.IsAllocated),
            FormFieldsOf.Realisation
        ),
        new(
            $"realisations/{Part}/correction",
            typeof(CorrectRealisation),
            (program, part) => FormFieldsOf.PaymentOf(program, part) is not null,
            FormFieldsOf.Payment
        ),
    ];

    /// <summary>As the table of rights calls it.</summary>
    internal string Operation => JsonNamingPolicy.CamelCase.ConvertName(Command.Name);

    /// <summary>Whether it is about a part of the program.</summary>
    internal bool HasPart => Path.Contains(Part, StringComparison.Ordinal);

    internal string LinkTo(string program, string? part = null) =>
        $"/programs/{program}/{Path.Replace(Part, Uri.EscapeDataString(part ?? ""), StringComparison.Ordinal)}";

    private static bool IsUnderWay(SpbeProgram program, string? part) =>
        program is { IsActive: true, Completion: null };

    private static bool IsUndecided(SpbeProgram program, string? part) =>
        program.FindRequest(part!) is { Status: ApbnRequestStatus.Undecided };
}
