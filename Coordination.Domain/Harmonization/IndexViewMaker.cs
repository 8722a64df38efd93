using System.Collections.Immutable;
using Coordination.Domain.Assessments;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Domain.Harmonization;

/// <summary>Makes the view of the SPBE index out of a plan, its programs and its governments' assessments.</summary>
public static class IndexViewMaker
{
    private const int MostPrograms = 20;
    private const decimal Billion = 1_000_000_000;

    /// <summary>The view of a plan at a position, evaluated for a day.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="programs">Its programs.</param>
    /// <param name="assessments">Those of its governments, of every year.</param>
    /// <param name="position">The last event that affects the plan.</param>
    /// <param name="day">The evaluation day in Jakarta.</param>
    /// <param name="instruments">The instruments known; the official ones unless said otherwise.</param>
    public static IndexView Make(
        Plan plan,
        IReadOnlyCollection<SpbeProgram> programs,
        IReadOnlyCollection<Assessment> assessments,
        long position,
        DateOnly day,
        SpbeInstruments? instruments = null
    )
    {
        var known = instruments ?? SpbeInstruments.Official;
        var lifts = programs.SelectMany(Lift.Of).ToList();
        return new(
            plan,
            position,
            day,
            known.InForce(plan.Year)?.Code,
            [
                .. Government
                    .Within(plan.Province)
                    .Select(government =>
                        Row(
                            government,
                            IndexOutlook.Of(plan, government.Code, assessments, lifts, day, known),
                            programs.Where(program => program.Government == government.Code),
                            day
                        )
                    ),
            ]
        );
    }

    private static GovernmentIndexRow Row(
        Government government,
        IndexOutlook outlook,
        IEnumerable<SpbeProgram> programs,
        DateOnly day
    ) =>
        new(
            government.Code,
            government.Name,
            outlook.ToFigures(),
            outlook.Current is { Publication: var published, Year: var year }
                ? new(year, published.Decree, published.PublishedOn)
                : null,
            ValueOf(outlook, outlook.Assessed),
            outlook.AssessedYears,
            outlook.Reason is null
                ? new(
                    ValueOf(outlook, outlook.Lifted(LiftStanding.Completed))!,
                    ValueOf(outlook, outlook.Lifted(LiftStanding.Funded))!,
                    ValueOf(outlook, outlook.Lifted(LiftStanding.Planned))!
                )
                : null,
            Domains(outlook),
            outlook.Reason is null ? Gains(outlook, programs, day) : [],
            outlook.Reason is null ? Unlifted(outlook) : []
        );

    private static IndexValue? ValueOf(IndexOutlook outlook, ImmutableSortedDictionary<int, int> levels) =>
        outlook.Reason is null && outlook.Instrument!.IndexOf(levels) is { } index
            ? new(index, outlook.Instrument.PredicateOf(index))
            : null;

    private static IReadOnlyList<DomainIndex> Domains(IndexOutlook outlook)
    {
        if (outlook.Instrument is not { } instrument)
            return [];
        var published = outlook.Current is { } current && current.Instrument == instrument ? current.Publication : null;
        var forecast = outlook.Lifted(LiftStanding.Funded);
        return
        [
            .. instrument
                .Domains.Index()
                .Select(domain => new DomainIndex(
                    domain.Item.Number,
                    domain.Item.Name,
                    Decimals.Normalised(domain.Item.WeightPercent),
                    published?.Domains[domain.Index],
                    Rounded(domain.Item.IndexOf(outlook.Assessed)),
                    outlook.Reason is null ? Rounded(domain.Item.IndexOf(forecast)) : null
                )),
        ];

        static decimal? Rounded(decimal? index) => index is { } value ? Decimals.Rate(value) : null;
    }

    private static IReadOnlyList<ProgramGain> Gains(
        IndexOutlook outlook,
        IEnumerable<SpbeProgram> programs,
        DateOnly day
    )
    {
        var reached = outlook.Lifted(LiftStanding.Completed);
        var forecast = outlook.Lifted(LiftStanding.Funded);
        var instrument = outlook.Instrument!;
        return
        [
            .. programs
                .Where(program => program is { IsActive: true, Completion: null })
                .Select(program => Of(program, GainOver(reached, program, instrument)))
                .Where(gain => gain.Gain > 0)
                .OrderByDescending(gain => gain.Gain / gain.EstimatedCost)
                .ThenBy(gain => gain.Program, StringComparer.Ordinal)
                .Take(MostPrograms),
        ];

        ProgramGain Of(SpbeProgram program, decimal gain) =>
            new(
                program.Id,
                program.Details.Title,
                Lift.Of(program).Any(lift => lift.Counts(LiftStanding.Funded, day)),
                program.Details.EstimatedCost,
                program.FundingGap,
                gain,
                GainOver(forecast, program, instrument),
                Decimals.Rate(gain / program.Details.EstimatedCost * Billion)
            );
    }

    private static decimal GainOver(
        ImmutableSortedDictionary<int, int> levels,
        SpbeProgram program,
        SpbeInstrument instrument
    ) =>
        program.Details.SpbeIndicators.Sum(lift =>
            instrument.Find(lift.Number) is { } indicator
                ? indicator.WeightPercent * Math.Max(0, lift.Level - levels[lift.Number]) / 100
                : 0
        );

    private static IReadOnlyList<UnliftedIndicator> Unlifted(IndexOutlook outlook)
    {
        var planned = outlook.Lifted(LiftStanding.Planned);
        return
        [
            .. outlook
                .Instrument!.Indicators.Where(indicator =>
                    outlook.Assessed[indicator.Number] is var level
                    && level < outlook.Instrument.HighestLevel
                    && planned[indicator.Number] == level
                )
                .OrderByDescending(indicator => indicator.WeightPercent)
                .ThenBy(indicator => outlook.Assessed[indicator.Number])
                .ThenBy(indicator => indicator.Number)
                .Select(indicator => new UnliftedIndicator(
                    indicator.Number,
                    indicator.Name,
                    outlook.Assessed[indicator.Number],
                    Decimals.Normalised(indicator.WeightPercent / 100)
                )),
        ];
    }
}
