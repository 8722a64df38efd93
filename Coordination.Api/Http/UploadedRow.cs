namespace Coordination.Api.Http;

/// <summary>A row of a table that a caller sends; <paramref name="Number"/> is its line in the file, as a spreadsheet shows it.</summary>
internal sealed record UploadedRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The cell's text without spaces around it, or none when it is empty or the column is not there.</summary>
    internal string? this[string column] => Cells.TryGetValue(column, out var text) && text.Length > 0 ? text : null;
}
