using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Coordination.Api.EventStore;
using Coordination.Domain.Programs;

namespace Coordination.Api.Http;

/// <summary>Says what is wrong with a body that cannot be read, in the caller's words: no names of types.</summary>
internal static partial class UnreadableJson
{
    private const string LacksMembers = "was missing required properties including:";

    internal static Problem ToProblem(JsonException json)
    {
        var field = Camel((json.Path ?? "").TrimStart('$').TrimStart('.'));
        var missing = Missing(json.Message, field).ToArray();
        if (missing.Length > 0)
            return Problem.Malformed($"The body lacks {string.Join(", ", missing)}.", missing);
        var at = field.Length == 0 ? "" : $" at '{field}'";
        return Problem.Malformed(field, $"The body cannot be read{at}: {Plain(json.Message, json.Path ?? "")}");
    }

    /// <summary>The members that a body lacks; the reader names those of one object all together.</summary>
    private static IEnumerable<string> Missing(string message, string parent) =>
        message.Split(LacksMembers) is [_, var names]
            ? Quoted().Matches(names).Select(name => parent.Length == 0 ? name.Value : $"{parent}.{name.Value}")
            : [];

    private static string Plain(string message, string path)
    {
        var sentence = message.Split(" Path: ")[0].Trim();
        if (sentence.Contains("could not be mapped", StringComparison.Ordinal))
            return "this member is not known.";
        if (sentence.Contains("type discriminator", StringComparison.Ordinal))
            return "this kind is not known.";
        if (sentence.StartsWith("Duplicate property", StringComparison.Ordinal))
            return "this member is given twice.";
        if (sentence.Contains("null", StringComparison.Ordinal) && sentence.Contains("allow", StringComparison.Ordinal))
            return "a value is needed here, not null.";
        var unfit = Unfit().Match(sentence);
        return unfit.Success
            ? $"the value is not {Kind(TypeAt(unfit.Groups["type"].Value.TrimEnd('.'), path))}."
            : sentence;
    }

    /// <summary>The reader names the type of the whole body; the path leads to the member's.</summary>
    private static Type? TypeAt(string name, string path)
    {
        var type = Type.GetType(name) ?? typeof(SpbeProgram).Assembly.GetType(name);
        foreach (var step in path.Split('.').Skip(1))
        {
            const BindingFlags anyCase = BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance;
            type = type?.GetProperty(step.Split('[')[0], anyCase)?.PropertyType ?? type;
            if (step.EndsWith(']') && type is { IsGenericType: true })
                type = type.GetGenericArguments()[0];
        }
        return type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
    }

    private static string Kind(Type? type) =>
        type switch
        {
            _ when type == typeof(DateOnly) => "a day such as 2024-06-30",
            _ when type == typeof(int) => "a whole number that fits",
            _ when type == typeof(string) => "a text in valid Unicode",
            _ when type == typeof(bool) => "true or false",
            { IsGenericType: true } => "a list",
            _ => "an object",
        };

    private static string Camel(string path) =>
        string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    [GeneratedRegex("(?<=')[A-Za-z]+(?=')", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"could not be converted to (System\.Nullable`1\[)?(?<type>[A-Za-z.0-9]+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Unfit();
}
