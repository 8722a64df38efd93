using Coordination.Domain;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Coordination.Tests.Pages;

/// <summary>The sentences that an assembly can say, as its compiled code spells them.</summary>
internal static class SentencesInCode
{
    /// <summary>The templates of its sentences, but for those without a word.</summary>
    internal static IReadOnlySet<string> Templates(string assembly) =>
        Methods(assembly)
            .SelectMany(TemplatesIn)
            .Where(template => template.Any(char.IsLetter))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The enumerations whose members stand in its sentences: by themselves, or in small letters as words.</summary>
    internal static IEnumerable<(Type Type, bool IsWord)> Enumerations(string assembly) =>
        Methods(assembly)
            .SelectMany(EnumerationsIn)
            .Distinct()
            .Select(found =>
                (
                    Type.GetType($"{found.Type.FullName}, {found.Type.Module.Assembly.FullName}", throwOnError: true)!,
                    found.IsWord
                )
            );

    private static IEnumerable<MethodDefinition> Methods(string assembly) =>
        ModuleDefinition
            .ReadModule(assembly)
            .GetTypes()
            .SelectMany(type => type.Methods)
            .Where(method => method.HasBody);

    /// <summary>
    /// A sentence begins with its constructor, which is told how many letters and values it has; one that stands in a value of another is
    /// whole before that goes on.
    /// </summary>
    private static IEnumerable<string> TemplatesIn(MethodDefinition method)
    {
        var open = new Stack<Building>();
        foreach (var code in method.Body.Instructions)
        {
            if (
                code.Operand is not MethodReference called
                || called.DeclaringType.FullName != typeof(Sentence).FullName
            )
                continue;
            if (called.Name == ".ctor")
                open.Push(new(Number(code.Previous.Previous), Number(code.Previous)));
            else if (called.Name == nameof(Sentence.AppendLiteral))
                open.Peek().Append((string)code.Previous.Operand);
            else if (called.Name == nameof(Sentence.AppendFormatted))
                open.Peek().AppendHole();
            while (open.TryPeek(out var one) && one.IsWhole)
                yield return open.Pop().Template;
        }
        Assert.True(open.Count == 0, $"A sentence of {method.FullName} does not end.");
    }

    private static IEnumerable<(TypeDefinition Type, bool IsWord)> EnumerationsIn(MethodDefinition method)
    {
        foreach (var code in method.Body.Instructions)
            if (
                code.Operand is GenericInstanceMethod { Name: nameof(Sentence.AppendFormatted) } hole
                && hole.DeclaringType.FullName == typeof(Sentence).FullName
                && hole.GenericArguments[0].Resolve() is { IsEnum: true } member
            )
                yield return (member, false);
            else if (
                code.Operand is MethodReference { Name: "Of" } word
                && word.DeclaringType.FullName == typeof(Word).FullName
                && code.Previous.Operand is TypeReference boxed
            )
                yield return (boxed.Resolve(), true);
    }

    private static int Number(Instruction code) =>
        code.OpCode.Code switch
        {
            Code.Ldc_I4_S => (sbyte)code.Operand,
            Code.Ldc_I4 => (int)code.Operand,
            var small => small - Code.Ldc_I4_0,
        };

    private sealed class Building(int letters, int values)
    {
        private readonly List<string> parts = [];
        private int holes;
        private int length;

        internal bool IsWhole => length == letters && holes == values;

        internal string Template => string.Concat(parts);

        internal void Append(string words)
        {
            length += words.Length;
            parts.Add(words.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        }

        internal void AppendHole() => parts.Add($"{{{holes++}}}");
    }
}
