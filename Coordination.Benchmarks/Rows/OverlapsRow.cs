using System.Diagnostics;
using Coordination.Benchmarks.Report;
using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Overlaps;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Benchmarks.Rows;

/// <summary>How findings grow with the programs of a plan: of one new program and of the whole plan, against comparing all. No store.</summary>
internal sealed class OverlapsRow : IRow
{
    /// <summary>All pairs of more would take minutes.</summary>
    private const int MostForAllPairs = 2_400;
    private const int Proposals = 200;
    private static readonly DateOnly Day = new(2024, 7, 1);
    private static readonly Target OfOne = Target.AtMost(5, 5, " ms");
    private static readonly Target OfExponent = Target.AtMost(1.2, 1.2);

    private static readonly Plan Plan = PlanFold.Replay([
        new PlanOpened(MadeUpPlan.Id, "19", 2024, new(0.8m, ImplementationDefinition.Completion)),
    ])!;

    public string Name => "overlaps";

    public Task MeasureAsync(Bench bench, Table table)
    {
        // Word lists are read once, at the start of the service.
        var sizes = bench.Options.IsQuick ? (int[])[100, 300] : [300, 2_400, 20_000];
        Point(300, table: null);
        var points = sizes.Select(size => (Size: size, Point: Point(size, table))).ToList();
        foreach (var (one, next) in points.Zip(points.Skip(1)))
        {
            double Exponent(Func<Measured, double> of) =>
                Math.Log(of(next.Point) / of(one.Point)) / Math.Log((double)next.Size / one.Size);
            // The more programs a province has, the denser they are: what they make with each other is work, too.
            var work = Exponent(point => point.Whole) / Exponent(point => point.Programs + point.Found);
            table.Add(
                $"overlaps of a whole plan, {one.Size:N0} → {next.Size:N0} programs, index included",
                "programs and overlaps found together: exponent",
                OfExponent,
                work,
                $"{work:0.00}; in programs alone {Exponent(point => point.Whole):0.00}, what is found {Exponent(point => point.Found):0.00}, "
                    + $"profiles {Exponent(point => point.Profiles):0.00}",
                "2"
            );
        }
        return Task.CompletedTask;
    }

    private static Measured Point(int size, Table? table)
    {
        var programs = MadeUpPlan.Of(size + Proposals);
        // The programs themselves and their texts are there in any case.
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (profiles, made) = Timed(() => programs.Take(size).Select(program => new ProgramProfile(program)).ToList());
        var ofProfiles = GC.GetTotalMemory(forceFullCollection: true) - before;
        var (index, indexed) = Timed(() => OverlapIndex.Of(profiles));
        var ofIndex = GC.GetTotalMemory(forceFullCollection: true) - before - ofProfiles;
        var (found, all) = Timed(index.FindAll);
        var (findings, findAll) = Timed(() => Harmonizer.Find(Plan, index, CoverageMap.Unknown, Day));
        var proposals = programs.Skip(size).Select(program => new ProgramProfile(program)).ToList();
        var (one, findFor, scan) = OfOneProgram(proposals, index, profiles);
        var pairs = size <= MostForAllPairs ? AllPairs(profiles, found.Count) : (double?)null;
        var at = $"{size:N0} programs";
        table?.Add(
            $"overlaps of one new program among {at}",
            "scan of all",
            OfOne,
            one,
            $"{one:0.000} ms to {scan:0.00} ms, its profile and all of its findings {findFor:0.000} ms",
            $"{Proposals}"
        );
        table?.Add(
            $"overlaps of a whole plan of {at}",
            "all pairs, the same result",
            "",
            $"{all + indexed:N0} ms to {(pairs is { } ms ? $"{ms:N0} ms" : "—")}; {found.Count:N0} found",
            "1"
        );
        table?.Add(
            $"all findings of {at}",
            "",
            "",
            $"profiles {made:N0} ms, index {indexed:N0} ms, `Harmonizer.Find` {findAll:N0} ms; {findings.Count:N0} findings",
            "1"
        );
        table?.Add(
            $"memory of {at}",
            "",
            "",
            $"profile {ofProfiles / 1024.0 / size:0.0} KB, its place in the index {ofIndex / 1024.0 / size:0.0} KB",
            $"{size:N0}"
        );
        GC.KeepAlive(programs);
        return new(size, made, indexed + all, found.Count);
    }

    /// <summary>Medians, in milliseconds: the overlaps by the index, all findings of a proposal from its text on, and a scan.</summary>
    private static (double Index, double Findings, double Scan) OfOneProgram(
        List<ProgramProfile> proposals,
        OverlapIndex index,
        List<ProgramProfile> all
    )
    {
        var (byIndex, byFindings, byScan) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var proposal in proposals)
        {
            var (found, time) = Timed(() => index.FindFor(proposal));
            byIndex.Add(time);
            byFindings.Add(
                Timed(() => Harmonizer.FindFor(new(proposal.Program), index, CoverageMap.Unknown, Day)).Milliseconds
            );
            var (scanned, slow) = Timed(() => all.Count(other => Overlap.Between(proposal, other) is not null));
            byScan.Add(slow);
            if (scanned != found.Count)
                throw new InvalidOperationException($"The index finds {found.Count}, a scan {scanned}.");
        }
        return (byIndex.Median(), byFindings.Median(), byScan.Median());
    }

    private static double AllPairs(List<ProgramProfile> profiles, int expected)
    {
        var (count, time) = Timed(() =>
        {
            var found = 0;
            for (var i = 0; i < profiles.Count; i++)
            for (var j = i + 1; j < profiles.Count; j++)
                if (Overlap.Between(profiles[i], profiles[j]) is not null)
                    found++;
            return found;
        });
        return count == expected
            ? time
            : throw new InvalidOperationException($"The index finds {expected} pairs, comparing all {count}.");
    }

    private static (T Result, double Milliseconds) Timed<T>(Func<T> work)
    {
        var started = Stopwatch.GetTimestamp();
        var result = work();
        return (result, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private sealed record Measured(double Programs, double Profiles, double Whole, double Found);
}
