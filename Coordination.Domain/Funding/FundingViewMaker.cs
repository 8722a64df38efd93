using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Funding;

/// <summary>Makes the funding view out of a plan's programs; the same for the present, the past, and what was valid on a day.</summary>
public static class FundingViewMaker
{
    /// <summary>
    /// The view of a plan at a position. For <paramref name="validAt"/> the programs are as they were on that day, by
    /// <see cref="ValidTime"/>.
    /// </summary>
    public static FundingView Make(
        Plan plan,
        IReadOnlyCollection<SpbeProgram> programs,
        FundingFilter filter,
        long position,
        DateOnly asOf,
        DateOnly? validAt = null
    )
    {
        var day = validAt ?? asOf;
        var shown = programs.Where(filter.Shows).OrderBy(program => program.Id, StringComparer.Ordinal).ToList();
        var cells = Cells(plan, shown, filter, day);
        var transfers = FundingTransfer.Among(programs);
        var receiving = transfers.ToLookup(transfer => transfer.Program, StringComparer.Ordinal);
        var ids = shown.Select(program => program.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            plan,
            position,
            asOf,
            validAt,
            FundingFigures.Of(Sum(cells.Values), filter.Source is not null),
            Groups(
                Government.Within(plan.Province).Select(government => (government.Code, government.Name)),
                filter.Government,
                cells,
                key => key.Government,
                filter.Source is not null
            ),
            Groups(
                Priority.All.Select(priority => (priority.Code, priority.Name)),
                filter.Priority,
                cells,
                key => key.Priority,
                filter.Source is not null
            ),
            Groups(
                FundingSource.All.Select(source => (source.Code, source.Name)),
                filter.Source,
                cells,
                key => key.Source,
                ofOneSource: true
            ),
            [
                .. cells
                    .OrderBy(cell => (cell.Key.Government, cell.Key.Priority, cell.Key.Source))
                    .Select(cell => new FundingCell(
                        cell.Key.Government,
                        cell.Key.Priority,
                        cell.Key.Source,
                        FundingFigures.Of(cell.Value, cell.Key.Source is not null)
                    )),
            ],
            [
                .. shown
                    .SelectMany(program => WaitingRequest.Of(program, filter, day))
                    .OrderBy(request => request.RequestedOn),
            ],
            [
                .. transfers.Where(transfer =>
                    ids.Contains(transfer.Program) || transfer.From.Any(giver => ids.Contains(giver.Program))
                ),
            ],
            [
                .. shown
                    .SelectMany(program => FundingAlarms.Of(program, receiving[program.Id], plan.Year, day))
                    .Where(alarm => filter.Source is null || alarm.Source == filter.Source)
                    .OrderBy(alarm => alarm.Kind),
            ],
            [.. shown.SelectMany(program => FundedLine.Of(program, filter))]
        );
    }

    private static Dictionary<CellKey, FundingSums> Cells(
        Plan plan,
        IEnumerable<SpbeProgram> programs,
        FundingFilter filter,
        DateOnly day
    )
    {
        var cells = new Dictionary<CellKey, FundingSums>();
        foreach (var program in programs)
        {
            void Add(string? source, FundingSums sums)
            {
                var key = new CellKey(program.Government, program.Details.Priority, source);
                if (sums != default)
                    cells[key] = cells.GetValueOrDefault(key) + sums;
            }

            if (filter.Source is null)
                Add(null, FundingSums.Of(program));
            foreach (var line in program.Funding.Where(line => filter.ShowsSource(line.Source)))
                Add(line.Source, FundingSums.Of(program, line, plan.Year, day));
            foreach (var request in program.ApbnRequests.Where(request => filter.ShowsSource(request.Scheme)))
                Add(request.Scheme, FundingSums.Of(program, request));
        }
        return cells;
    }

    private static IReadOnlyList<FundingGroup> Groups(
        IEnumerable<(string Code, string Name)> all,
        string? only,
        Dictionary<CellKey, FundingSums> cells,
        Func<CellKey, string?> by,
        bool ofOneSource
    )
    {
        var sums = cells.ToLookup(cell => by(cell.Key), cell => cell.Value, StringComparer.Ordinal);
        return
        [
            .. from one in all
            where FundingFilter.Fits(only, one.Code)
            select new FundingGroup(one.Code, one.Name, FundingFigures.Of(Sum(sums[one.Code]), ofOneSource)),
        ];
    }

    private static FundingSums Sum(IEnumerable<FundingSums> sums) =>
        sums.Aggregate(default(FundingSums), (sum, next) => sum + next);

    private readonly record struct CellKey(string Government, string Priority, string? Source);
}
