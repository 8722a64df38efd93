using System.Collections.Frozen;
using System.Globalization;
using Coordination.Api.Http;
using Npgsql;

namespace Coordination.Api.Programs;

/// <summary>An order of programs: by one value, ties by id.</summary>
/// <param name="Sql">The value in a program's document.</param>
/// <param name="IsNumber">Whether it is a number, else a text.</param>
/// <param name="IsDescending">Whether the greatest comes first.</param>
internal sealed record ProgramSort(string Sql, bool IsNumber, bool IsDescending)
{
    private const string Program = "data->'program'";

    private static readonly FrozenDictionary<string, ProgramSort> ByName = new Dictionary<string, ProgramSort>
    {
        ["id"] = Text("id"),
        ["title"] = Text($"{Program}->'details'->>'title'"),
        ["government"] = Text($"{Program}->>'government'"),
        ["start"] = Text($"{Program}->'details'->'schedule'->>'start'"),
        ["end"] = Text($"{Program}->'details'->'schedule'->>'end'"),
        ["estimatedCost"] = Number($"{Program}->'details'->>'estimatedCost'"),
        ["funded"] = Number($"{Program}->>'funded'"),
        ["fundingGap"] = Number($"{Program}->>'fundingGap'"),
        ["realised"] = Number($"{Program}->>'realised'"),
        ["progressPercent"] = Number($"{Program}->>'progressPercent'"),
    }.ToFrozenDictionary();

    internal static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The order of that name, by id when there is none; a leading <c>-</c> turns it round.</summary>
    internal static ProgramSort? Find(string? name)
    {
        var isDescending = name?.StartsWith('-') == true;
        return ByName.GetValueOrDefault(isDescending ? name![1..] : name ?? "id") is { } sort
            ? sort with
            {
                IsDescending = isDescending,
            }
            : null;
    }

    /// <summary>Whether a cursor's key can be one of this order.</summary>
    internal bool Accepts(Cursor cursor) =>
        cursor.Key is not null
        && (!IsNumber || decimal.TryParse(cursor.Key, NumberStyles.Number, CultureInfo.InvariantCulture, out _));

    internal string OrderBy => $"{Sql} {(IsDescending ? "desc" : "asc")}, id";

    /// <summary>The condition on what comes after a cursor; adds its values to the command.</summary>
    internal string After(Cursor? cursor, NpgsqlCommand command)
    {
        if (cursor is null)
            return "true";
        var (key, id) = ($"${command.Parameters.Count + 1}", $"${command.Parameters.Count + 2}");
        object value = IsNumber ? decimal.Parse(cursor.Key!, CultureInfo.InvariantCulture) : cursor.Key!;
        command.Parameters.Add(new() { Value = value });
        command.Parameters.Add(new() { Value = cursor.After });
        return IsDescending ? $"({Sql} < {key} or ({Sql} = {key} and id > {id}))" : $"({Sql}, id) > ({key}, {id})";
    }

    private static ProgramSort Text(string sql) => new($"({sql})", IsNumber: false, IsDescending: false);

    private static ProgramSort Number(string sql) => new($"({sql})::numeric", IsNumber: true, IsDescending: false);
}
