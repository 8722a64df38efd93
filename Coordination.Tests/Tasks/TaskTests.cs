using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Meetings;
using Coordination.Domain.Programs;
using Coordination.Domain.Tasks;

namespace Coordination.Tests.Tasks;

/// <summary>What waits for a government, and what is to be done next.</summary>
public sealed class TaskTests
{
    private static readonly SpbeProgram Program = new(Example.Id, Example.PlanId, Example.Regency, Example.Details);

    private static readonly DateOnly Start = Example.Details.Schedule.Start;
    private static readonly DateOnly End = Example.Details.Schedule.End;

    [Fact]
    public void A_first_report_is_missing_when_thirty_days_have_passed_since_the_start()
    {
        Assert.Null(ReportRule.MissingSince(Program, Start.AddDays(30)));
        Assert.Equal(Start.AddDays(30), ReportRule.MissingSince(Program, Start.AddDays(31)));
    }

    [Fact]
    public void The_next_one_when_thirty_days_have_passed_since_the_day_that_the_last_one_describes()
    {
        var reported = Program with { Progress = [Report(Start.AddDays(50)), Report(Start.AddDays(40))] };
        Assert.Null(ReportRule.MissingSince(reported, Start.AddDays(80)));
        Assert.Equal(Start.AddDays(80), ReportRule.MissingSince(reported, Start.AddDays(81)));
        // A report of before the start moves nothing.
        var early = Program with
        {
            Progress = [Report(Start.AddDays(-10))],
        };
        Assert.Null(ReportRule.MissingSince(early, Start.AddDays(30)));
    }

    [Fact]
    public void No_report_is_due_outside_the_schedule_or_of_what_is_completed_deferred_or_cancelled()
    {
        var day = Start.AddDays(60);
        Assert.NotNull(ReportRule.MissingSince(Program, day));
        Assert.NotNull(ReportRule.MissingSince(Program, End));
        Assert.Null(ReportRule.MissingSince(Program, End.AddDays(1)));
        Assert.Null(ReportRule.MissingSince(Program, Start.AddDays(-1)));
        foreach (
            var other in (SpbeProgram[])
                [
                    Program with
                    {
                        Completion = new(day, 1, "BAST", null),
                    },
                    Program with
                    {
                        Deferral = new(2025, "Anggaran"),
                    },
                    Program with
                    {
                        CancellationReason = "Ganda",
                    },
                ]
        )
            Assert.Null(ReportRule.MissingSince(other, day));
    }

    [Fact]
    public void Each_kind_says_how_long_it_waits_and_what_to_do_next()
    {
        var program = Program with
        {
            ApbnRequests = [new("r1", "APBN-BAKTI", "Kominfo", 500_000_000, End.AddDays(-9))],
            Constraints =
            [
                new("c1", ConstraintCategory.Regulation, ConstraintSeverity.High, "Izin lahan belum ada."),
                new("c2", ConstraintCategory.Other, ConstraintSeverity.Medium, "Hujan"),
            ],
        };
        var late = Make(End.AddDays(1), program);
        Assert.Equal(
            [
                (TaskKind.Overdue, null, (int?)1, "completeProgram", $"/api/programs/{Example.Id}/completion"),
                (
                    TaskKind.ConstraintBlocking,
                    "c1",
                    null,
                    "resolveConstraint",
                    $"/api/programs/{Example.Id}/constraints/c1/resolution"
                ),
                (
                    TaskKind.RequestWaiting,
                    "r1",
                    10,
                    "grantApbnSupport",
                    $"/api/programs/{Example.Id}/apbn-requests/r1/grant"
                ),
            ],
            late.Select(task => (task.Kind, task.Subject, task.Days, task.Next.Operation, task.Next.Path))
        );
        var report = Assert.Single(Make(Start.AddDays(31), program), task => task.Kind == TaskKind.ReportDue);
        Assert.Equal((1, "reportProgress"), (report.Days, report.Next.Operation));
        Assert.Equal(
            "The progress of 19.05-2024-7KQ2M \"Internet desa Kecamatan Mentok\" was never reported since its start on 2024-02-01; a report "
                + "was due on 2024-03-02.",
            report.Text
        );
    }

    [Fact]
    public void Nothing_waits_on_what_is_not_active_or_on_a_closed_plan()
    {
        var day = End.AddDays(40);
        Assert.NotEmpty(Make(day, Program));
        Assert.Empty(Make(day, Program with { CancellationReason = "Ganda" }));
        Assert.Empty(TaskMaker.Make(Example.ClosedPlan, [Program], [], [], [], day));
    }

    [Fact]
    public void A_follow_up_waits_until_it_is_seen_to_be_done_also_on_a_closed_plan()
    {
        var given = Given.Meeting(MeetingExample.Opened, MeetingExample.Assigned);
        var due = MeetingExample.Assigned.Due;
        var task = Assert.Single(OfMeeting(given, due.AddDays(3)));
        Assert.Equal(
            (TaskKind.FollowUp, "19.05", Example.Id, due, 3, $"/api/meetings/{MeetingExample.Id}/follow-ups/1/report"),
            (task.Kind, task.Government, task.Program, task.Since, task.Days, task.Next.Path)
        );
        Assert.Null(Assert.Single(OfMeeting(given, due)).Days);
        var met = MeetingExample.Checked with { Result = CheckResult.Met };
        Assert.Empty(OfMeeting(Given.Meeting(MeetingExample.Opened, MeetingExample.Assigned, met), due.AddDays(3)));
        Assert.Single(
            OfMeeting(Given.Meeting(MeetingExample.Opened, MeetingExample.Assigned, MeetingExample.Checked), due)
        );
    }

    private static IReadOnlyList<WaitingTask> OfMeeting(GivenMeeting given, DateOnly day) =>
        TaskMaker.Make(Example.ClosedPlan, [], [], [given.State!], [], day);

    [Fact]
    public void What_was_deferred_to_the_year_waits_until_it_is_proposed_anew()
    {
        var deferred = new DeferredProgram("19.05-2023-3HXVA", "19.05", "Pilot drone desa", "Menunggu izin.");
        var task = Assert.Single(TaskMaker.Make(Example.Plan, [], [], [], [deferred], Example.Today));
        Assert.Equal(
            (TaskKind.DeferredProposal, "19.05", "planProgram"),
            (task.Kind, task.Government, task.Next.Operation)
        );
        var anew = Program.With(details => details with { Title = deferred.Title });
        Assert.DoesNotContain(
            TaskMaker.Make(Example.Plan, [anew], [], [], [deferred], Example.Today),
            one => one.Kind == TaskKind.DeferredProposal
        );
    }

    [Fact]
    public void A_finding_waits_for_each_government_that_it_concerns_until_it_is_accepted()
    {
        var other = SomePrograms.Of(1, "19", Example.Details);
        var finding = Assert.Single(
            Domain.Harmonization.Harmonizer.Find(
                Example.Plan,
                [Program, other],
                Domain.Coverage.CoverageMap.Unknown,
                Start
            ),
            one => one.Kind == FindingKind.Overlap
        );
        var tasks = TaskMaker.Make(Example.Plan, [Program, other], [finding], [], [], Start);
        Assert.Equal(["19.05", "19"], tasks.Select(task => task.Government));
        Assert.All(tasks, task => Assert.Equal(finding.Id, task.Subject));
        Assert.Equal([Program.Id, other.Id], tasks.Select(task => task.Program));
        Assert.Empty(
            TaskMaker.Make(
                Example.Plan,
                [Program, other],
                [finding with { Status = FindingStatus.Accepted }],
                [],
                [],
                Start
            )
        );
    }

    [Fact]
    public void Every_id_is_given_once()
    {
        var programs = ExamplePrograms.AtTheEnd.Values.ToList();
        var day = new DateOnly(2024, 12, 31);
        var findings = Domain.Harmonization.Harmonizer.Find(
            Example.Plan,
            programs,
            Domain.Coverage.CoverageMap.Unknown,
            day
        );
        var tasks = TaskMaker.Make(Example.Plan, programs, findings, [], [], day);
        Assert.NotEmpty(tasks);
        Assert.Equal(tasks.Count, tasks.Select(task => task.Id).Distinct().Count());
    }

    private static ProgressReport Report(DateOnly asOf) => new(10, asOf, null, null, null);

    private static IReadOnlyList<WaitingTask> Make(DateOnly day, params SpbeProgram[] programs) =>
        TaskMaker.Make(Example.Plan, programs, [], [], [], day);
}
