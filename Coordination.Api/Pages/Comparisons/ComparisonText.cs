using System.Collections;
using System.Globalization;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Api.Pages.Comparisons;

/// <summary>A value of a program as its readers write it.</summary>
internal static class ComparisonText
{
    internal static string Of(string field, object? value, Language language) =>
        value switch
        {
            null or "" or IList { Count: 0 } => "–",
            DateOnly day => language.Day(day),
            bool isSo => language[isSo ? "yes" : "no"],
            ProgramStatus status => language[$"status.{status}"],
            decimal number when field is "estimatedCost" or "funded" or "realised" => language.Money(number),
            decimal number when field == "progressPercent" => language.Percent(number / 100),
            decimal number => language.Number(number),
            string code when field == "government" => Government.Find(code)?.Name ?? code,
            string code when field == "priority" && Priority.Find(code) is { } priority => language.NameOf(priority),
            string text => text,
            IndicatorLift lift => $"{lift.Number} → {lift.Level}",
            Relation relation => $"{relation.Kind} {relation.Program}",
            IEnumerable many => string.Join(", ", many.Cast<object>().Select(one => Of(field, one, language))),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "–",
        };
}
