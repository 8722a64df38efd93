using Coordination.Api.Programs;
using Coordination.Domain.Programs;

namespace Coordination.Api.Pages.Importing;

/// <summary>What the page says of a file and its rows.</summary>
internal static class ImportSentences
{
    /// <summary>What is wrong, in the reader's language; what only the sentence of the rule can name stands behind it.</summary>
    internal static ImportOutcome Of(ProposalReport report, Language language) =>
        new(
            report.Planned,
            report.Revised,
            report.Unchanged,
            report.Rejected,
            [.. report.Rows.Select(row => Of(row, language))]
        );

    private static ImportRow Of(ProposalReportRow row, Language language) =>
        new(
            row.Row,
            $"{row.Government} {row.Reference}".Trim(),
            row.Title,
            row.Program,
            row.Result,
            [
                .. row.Errors.Select(error =>
                    $"{(error.Cell is null ? "" : $"{error.Cell}: ")}{(error.Code == ProposalImport.NotAllowed ? language["error.not-allowed"] : language.Say(error.Detail))}"
                ),
                .. row.Warnings.Select(warning => $"{language["import.warning"]} {language.Say(warning.Detail)}"),
            ]
        );

    internal static string Summary(ImportOutcome outcome, bool isDone, Language language) =>
        language[
            isDone ? "import.summary.done" : "import.summary.checked",
            outcome.Planned,
            outcome.Revised,
            outcome.Unchanged,
            outcome.Rejected
        ];

    internal static string Result(ProposalResult result, Language language) => language[$"import.result.{result}"];
}
