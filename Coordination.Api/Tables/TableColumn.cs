using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Coordination.Api.EventStore;

namespace Coordination.Api.Tables;

/// <summary>What the values of a column are.</summary>
internal enum ColumnKind
{
    Text,
    Number,
    Day,
    TrueOrFalse,
}

/// <summary>A column of a table: its name as in JSON, and what stands in it.</summary>
/// <param name="Name">The member's name, camelCase.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Member">The member of the row that it shows.</param>
internal sealed record TableColumn(string Name, ColumnKind Kind, PropertyInfo Member)
{
    /// <summary>The one description of a table, whatever it is written as: a row's members in their order.</summary>
    internal static IReadOnlyList<TableColumn> Of<TRow>() => Columns<TRow>.All;

    /// <summary>A text, a number, a day, true or false, or none.</summary>
    internal object? ValueOf(object row) =>
        Member.GetValue(row) switch
        {
            Enum choice => CanonicalJson.NameOf(choice),
            char letter => letter.ToString(),
            TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            var value => value,
        };

    private static ColumnKind KindOf(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var number when number == typeof(int) || number == typeof(long) || number == typeof(decimal) =>
                ColumnKind.Number,
            var day when day == typeof(DateOnly) => ColumnKind.Day,
            var choice when choice == typeof(bool) => ColumnKind.TrueOrFalse,
            var text when text == typeof(string) || text == typeof(char) || text.IsEnum => ColumnKind.Text,
            var time when time == typeof(TimeOnly) => ColumnKind.Text,
            var other => throw new InvalidOperationException($"A cell of a table cannot be {other}."),
        };

    private static class Columns<TRow>
    {
        internal static readonly IReadOnlyList<TableColumn> All =
        [
            .. typeof(TRow)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(member => new TableColumn(
                    JsonNamingPolicy.CamelCase.ConvertName(member.Name),
                    KindOf(member.PropertyType),
                    member
                )),
        ];
    }
}
