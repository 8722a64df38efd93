using Coordination.Api.Http;
using Coordination.Domain;

namespace Coordination.Api.Tables;

/// <summary>What is wrong with a row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Field">The column; empty when it is none.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Detail">A whole sentence.</param>
/// <param name="Cell">Where it stands, as a spreadsheet names it; none when it is no cell.</param>
internal sealed record RowFault(int Row, string Code, string Field, string? Value, Sentence Detail, string? Cell = null)
{
    /// <summary>All of them at once; what became of the file is the end of the sentence.</summary>
    internal static Problem ToProblem(IReadOnlyCollection<RowFault> faults, string became) =>
        Problem.Of(
            StatusCodes.Status422UnprocessableEntity,
            "rows-refused",
            "Rows of the file are refused.",
            $"{faults.DistinctBy(fault => fault.Row).Count()} {became}",
            [.. faults.Select(fault => fault.ToError())]
        );

    private ProblemError ToError() =>
        new(
            Code,
            $"rows[{Row}].{Field}".TrimEnd('.'),
            Cell is null ? (Sentence)$"Row {Row}: {Detail}" : (Sentence)$"Row {Row}: {Detail} (cell {Cell})"
        );
}
