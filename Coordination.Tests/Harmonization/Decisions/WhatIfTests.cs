using System.Text.Json;
using Coordination.Domain;
using Coordination.Domain.Funding;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using CorrectFunding = Coordination.Domain.Harmonization.Decisions.CorrectFunding;
using DeclareRelation = Coordination.Domain.Harmonization.Decisions.DeclareRelation;

namespace Coordination.Tests.Harmonization.Decisions;

/// <summary>Each kind of decision does what its command does, one after the other, and what is wrong is told by its place.</summary>
public class WhatIfTests
{
    private static readonly SpbeProgram Program = Given.Program(Example.Budgeted, Example.Requested).State;
    private static readonly PlanSnapshot Plan = Snapshots.Of(Program, SomePrograms.Other);

    [Fact]
    public void Programs_are_merged_one_after_the_other()
    {
        var third = SomePrograms.Other with
        {
            Id = "19.02-2024-8RW4T",
            Government = "19.02",
            Funding = [new("1", "APBD-KABKOTA", FundingStage.Allocated, 7, null, null)],
        };
        var after = Snapshots
            .Of(Program, SomePrograms.Other, third)
            .After(new Merge(Example.OtherId) { From = [Example.Id, third.Id] });

        var into = after.Programs[Example.OtherId];
        Assert.Equal(["m1", "m2"], into.Funding.Select(line => line.Line));
        Assert.Equal(600_000_007, into.Funded);
        Assert.All([Example.Id, third.Id], id => Assert.Equal(ProgramStatus.Merged, after.Programs[id].Status));
        Assert.Equal(ApbnRequestStatus.Withdrawn, after.Programs[Example.Id].ApbnRequests[0].Status);
        Assert.Equal((3, 1), (after.View.Totals.Programs, after.View.Totals.Active));
        Assert.Equal(600_000_007, after.View.Totals.Funded);
    }

    [Fact]
    public void A_program_is_reassigned_rescheduled_related_and_asks_for_money()
    {
        var after = Plan.After(
            new Reassign(Example.Id, "19"),
            new Reschedule(Example.Id, new(2024, 3, 1), new(2024, 12, 1)),
            new DeclareRelation(Example.Id, RelationKind.SharesCost, Example.OtherId),
            new RequestApbn(Example.Id, "APBN-KL", "Kementerian Kominfo", 5_000_000)
        ).Programs[Example.Id];
        Assert.Equal("19", after.Government);
        Assert.Equal(new(new(2024, 3, 1), new(2024, 12, 1)), after.Details.Schedule);
        Assert.Equal([new(RelationKind.SharesCost, Example.OtherId)], after.Relations);
        Assert.Equal(("r2", 5_000_000m, Example.Today), AskedLast(after));
    }

    [Fact]
    public void A_line_is_corrected_by_the_decision_itself_where_no_document_is_named()
    {
        var line = Plan.After(new CorrectFunding(Example.Id, "1", 400_000_000)).Programs[Example.Id].FindLine("1")!;
        Assert.Equal(
            (400_000_000m, new FundingDocument("Kesepakatan", "what-if-1", Example.Today)),
            (line.Amount, line.Document)
        );
    }

    [Fact]
    public void A_program_is_deferred_or_cancelled_and_the_target_set()
    {
        var after = Plan.After(
            new Defer(Example.Id, 2025),
            new Cancel(Example.OtherId),
            new SetTarget(0.5m, ImplementationDefinition.Maturity)
        );
        Assert.Equal(ProgramStatus.Deferred, after.Programs[Example.Id].Status);
        Assert.Equal(ProgramStatus.Cancelled, after.Programs[Example.OtherId].Status);
        Assert.Equal(new(0.5m, ImplementationDefinition.Maturity), after.View.Plan.Target);
    }

    [Fact]
    public void A_draft_is_a_program_that_later_decisions_may_name()
    {
        var after = Plan.After(
            new Adopt(Command.Plan with { Reference = null }),
            new Adopt(Command.Plan with { Reference = "lain" }),
            new DeclareRelation("draft-2", RelationKind.Follows, "draft-1")
        );
        Assert.Equal(
            ["draft-1", "draft-2"],
            after.Programs.Keys.Where(id => id.StartsWith("draft", StringComparison.Ordinal))
        );
        Assert.Equal([new(RelationKind.Follows, "draft-1")], after.Programs["draft-2"].Relations);
    }

    [Fact]
    public void A_finding_is_accepted_as_it_is_after_the_decisions_before()
    {
        var finding = Plan.View.Findings.First(finding => finding.Programs.Contains(Example.Id));
        var after = Plan.After(new Accept(finding.Id));
        Assert.Equal("Accepted", after.View.Findings.Single(one => one.Id == finding.Id).Status.ToString());
        Plan.ShouldRefuse(
            [new Cancel(Example.Id), new Accept(finding.Id)],
            ("finding-unknown", "decisions[1].finding")
        );
    }

    [Fact]
    public void Every_broken_rule_is_told_by_the_place_of_its_decision() =>
        Plan.ShouldRefuse(
            [
                new Merge("19.05-2024-ZZZZZ") { From = [Example.Id, "19.05-2024-YYYYY"] },
                new Merge(Example.Id) { From = [Example.OtherId, Example.Id] },
                new Merge(Example.Id) { From = [] },
                new Reschedule(Example.Id, new(2024, 5, 1), new(2024, 4, 1)),
                new CorrectFunding(Example.Id, "9", 5),
                new DeclareRelation(Example.Id, RelationKind.Follows, "19.05-2024-ZZZZZ"),
                new Cancel("19.05-2024-ZZZZZ"),
                new Adopt(Command.Plan with { Title = "x", Plan = "19-2025", Reference = null }),
                new SetTarget(7, ImplementationDefinition.Completion),
            ],
            ("program-unknown", "decisions[0].into"),
            ("program-unknown", "decisions[0].from[1]"),
            ("merge-into-itself", "decisions[1].from[1]"),
            ("merge-size", "decisions[2].from"),
            ("schedule-reversed", "decisions[3].end"),
            ("line-unknown", "decisions[4].line"),
            ("program-unknown", "decisions[5].other"),
            ("program-unknown", "decisions[6].program"),
            ("plan-fixed", "decisions[7].draft.plan"),
            ("text-length", "decisions[7].draft.title"),
            ("target-rate-invalid", "decisions[8].rate")
        );

    [Fact]
    public void What_a_decision_has_ended_a_later_one_finds_ended()
    {
        var outcome = Plan.Try(new Cancel(Example.Id), new Defer(Example.Id, 2025));
        var refused = Assert.Single(outcome.Rejections);
        Assert.Equal(
            (RejectionKind.Stage, "program-stage", "decisions[1].program"),
            (refused.Kind, refused.Code, refused.Field)
        );
    }

    [Fact]
    public void A_reference_that_another_program_has_is_not_taken_twice() =>
        Plan.ShouldRefuse([new Adopt(Command.Plan)], ("reference-taken", "decisions[0].draft.reference"));

    [Fact]
    public void One_to_fifty_decisions_are_tried()
    {
        Plan.ShouldRefuse([], ("decisions-count", "decisions"));
        var many = Enumerable.Repeat<Decision>(new Cancel(Example.Id), 51).ToList();
        Plan.ShouldRefuse(many, ("decisions-count", "decisions"));
        Plan.After(many[..50]);
    }

    [Fact]
    public void What_is_tried_on_changes_nothing_of_what_was()
    {
        var before = Json.Of(Plan.View);
        Plan.After(new Cancel(Example.Id));
        Assert.Equal(before, Json.Of(Plan.View));
    }

    [Fact]
    public void A_decision_is_read_as_it_was_written()
    {
        Decision[] all =
        [
            new Merge(Example.Id) { From = [Example.OtherId], Reason = "Pekerjaan yang sama" },
            new Reassign(Example.Id, "19"),
            new Reschedule(Example.Id, Example.Today, Example.Tomorrow),
            new RequestApbn(Example.Id, "APBN-KL", "Kementerian Kominfo", 5),
            new CorrectFunding(Example.Id, "1", 5, Document: Example.Dpa),
            new DeclareRelation(Example.Id, RelationKind.SharesCost, Example.OtherId),
            new Defer(Example.Id, 2025),
            new Cancel(Example.Id),
            new Adopt(Command.Plan),
            new Accept("gap-0123"),
            new SetTarget(0.5m, ImplementationDefinition.Maturity),
        ];
        Assert.Equal(
            typeof(Decision).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(Decision)) && !type.IsAbstract),
            all.Length
        );
        foreach (var decision in all)
        {
            var text = JsonSerializer.Serialize(decision, Json.Options);
            var read = JsonSerializer.Deserialize<Decision>(text, Json.Options)!;
            Assert.Equal((decision.GetType(), text), (read.GetType(), JsonSerializer.Serialize(read, Json.Options)));
        }
    }

    private static (string, decimal, DateOnly) AskedLast(SpbeProgram program) =>
        (program.ApbnRequests[^1].Request, program.ApbnRequests[^1].Amount, program.ApbnRequests[^1].RequestedOn);
}
