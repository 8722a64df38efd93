using Coordination.Domain.Programs;

namespace Coordination.Domain.Tasks;

/// <summary>
/// When a progress report is due: a program that is active, not completed, and within its schedule reports its progress every 30 days,
/// counted from the day that its latest report describes, and the first time from its start. The meetings are monthly; no decree sets
/// the number.
/// </summary>
public static class ReportRule
{
    /// <summary>Days between two reports.</summary>
    public const int Days = 30;

    /// <summary>The day on which the report that is missing was due; none when none is missing on that day.</summary>
    public static DateOnly? MissingSince(SpbeProgram program, DateOnly day)
    {
        var schedule = program.Details.Schedule;
        if (!program.IsActive || program.Completion is not null || day < schedule.Start || day > schedule.End)
            return null;
        var last = program.LatestReport(day)?.AsOf;
        var due = (last > schedule.Start ? last.Value : schedule.Start).AddDays(Days);
        return due < day ? due : null;
    }
}
