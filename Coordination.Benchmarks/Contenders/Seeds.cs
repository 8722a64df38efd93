using Coordination.Benchmarks.Load;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Benchmarks.Contenders;

/// <summary>Programs that are there before the load begins: one made over HTTP, so that it is real, and copied in the database.</summary>
internal static class Seeds
{
    /// <summary>Not the one that the load plans for: its programs get random numbers.</summary>
    private static readonly string[] Governments =
    [
        .. Government.Within("19").Select(government => government.Code).Where(code => code != Bodies.Government),
    ];

    internal static async Task<string> NewProgramAsync(Contender contender, params (string Path, byte[] Body)[] life)
    {
        var id = (await contender.PostAsync("/api/programs", Bodies.Program)).GetProperty("id").GetString()!;
        foreach (var (path, body) in life)
            await contender.PostAsync($"/api/programs/{id}/{path}", body);
        return id;
    }

    /// <summary>Copies a program, spread over the governments.</summary>
    /// <param name="contender">Where.</param>
    /// <param name="template">The program that is copied.</param>
    /// <param name="from">Number of the first copy: the same numbers are the same ids.</param>
    /// <param name="count">How many.</param>
    /// <param name="year">Which year's plan the n-th copy is in.</param>
    internal static async Task<string[]> CopyAsync(
        Contender contender,
        string template,
        int from,
        int count,
        Func<int, int> year
    )
    {
        var numbers = Enumerable.Range(from, count).ToList();
        var governments = numbers.Select(number => Governments[number % Governments.Length]).ToArray();
        var plans = numbers.Select(number => $"19-{year(number)}").ToArray();
        var ids = numbers
            .Zip(governments, plans)
            .Select(copy => ProgramNumber.Compose(copy.Second, copy.Third, Suffix(copy.First)))
            .ToArray();
        await contender.Database.ExecuteAsync(contender.Kind.CopySql, template, ids, governments, plans);
        await contender.Database.ExecuteAsync("analyze");
        await contender.SettleAsync();
        return ids;
    }

    private static string Suffix(int number) =>
        string.Create(
            ProgramNumber.SuffixLength,
            number,
            (text, rest) =>
            {
                for (var place = text.Length - 1; place >= 0; place--, rest /= ProgramNumber.Alphabet.Length)
                    text[place] = ProgramNumber.Alphabet[rest % ProgramNumber.Alphabet.Length];
            }
        );
}
