using System.Globalization;
using Coordination.Domain;

namespace Coordination.Api.Tables;

/// <summary>A row of a table that a caller sends; <paramref name="Number"/> is its line in the file, as a spreadsheet shows it.</summary>
internal sealed record UploadedRow(int Number, IReadOnlyList<string> Header, IReadOnlyList<string> Cells)
{
    /// <summary>The cell's text without spaces around it, or none when it is empty or the column is not there.</summary>
    internal string? this[string column] =>
        Find(column) is >= 0 and var place && Cells[place].Length > 0 ? Cells[place] : null;

    /// <summary>What is wrong with a cell, or with a row when it is no column.</summary>
    internal RowFault Fault(string code, string column, Sentence detail) =>
        new(
            Number,
            code,
            column,
            this[column] is { } text ? UploadedTable.Shortened(text) : null,
            detail,
            Find(column) is >= 0 and var place
                ? Sheet.NameOf(place) + Number.ToString(CultureInfo.InvariantCulture)
                : null
        );

    private int Find(string column)
    {
        for (var place = 0; place < Header.Count; place++)
            if (Header[place].Equals(column, StringComparison.OrdinalIgnoreCase))
                return place;
        return -1;
    }
}
