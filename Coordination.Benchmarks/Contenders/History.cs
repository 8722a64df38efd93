using Coordination.Benchmarks.Load;

namespace Coordination.Benchmarks.Contenders;

/// <summary>Years of work: programs of eight events each, spread over the plans of many years and all governments of a province.</summary>
internal static class History
{
    private const int FirstYear = 2018;
    private const int Years = 83;
    private const int EventsOfLife = 8;

    /// <summary>Adds programs until there are about so many events; gives how many there are.</summary>
    internal static async Task<int> GrowAsync(Contender contender, int events)
    {
        var before = await contender.Database.ReadAsync<long>(contender.Kind.CountSql);
        if (before == 0)
            for (var year = FirstYear; year < FirstYear + Years; year++)
                await Bench.OpenPlanAsync(contender, year);
        var template = await Seeds.NewProgramAsync(contender, Bodies.Life);
        var present = await contender.Database.ReadAsync<long>(contender.Kind.CountSql);
        var programs = (int)Math.Max(0, (events - present) / EventsOfLife);
        await Seeds.CopyAsync(
            contender,
            template,
            from: (int)present,
            programs,
            number => FirstYear + (number % Years)
        );
        return (int)(present + (programs * EventsOfLife));
    }
}
