using Coordination.Domain.Funding;

namespace Coordination.Tests.Programs;

/// <summary>A command answers with every broken rule, not with the first.</summary>
public class AllAtOnceTests
{
    [Fact]
    public void A_proposal_broken_in_six_fields_gives_six_rejections() =>
        Given
            .NoProgram.When(
                Command.Plan with
                {
                    Title = "a",
                    Priority = "b",
                    Locations = ["19.01"],
                    EstimatedCost = 0.5m,
                    Schedule = new(new(2024, 5, 2), new(2024, 5, 1)),
                    Output = new("Desa", 0, "desa"),
                }
            )
            .ThenRefusedFor(
                ("text-length", "title"),
                ("priority-unknown", "priority"),
                ("location-outside", "locations"),
                ("amount-invalid", "estimatedCost"),
                ("schedule-reversed", "schedule.end"),
                ("quantity-invalid", "output.target")
            );

    [Fact]
    public void A_funding_line_broken_in_six_fields_gives_six_rejections() =>
        Given
            .Program()
            .When(
                Command.Budget with
                {
                    Source = "x",
                    Amount = 0,
                    Line = "garis satu",
                    Document = new("DPA", "", new(2024, 1, 5)),
                    TransferTo = new("19.01-2024-ZZZZZ", ""),
                }
            )
            .ThenRefusedFor(
                ("source-unknown", "source"),
                ("amount-invalid", "amount"),
                ("line-malformed", "line"),
                ("text-length", "document.number"),
                ("program-unknown", "transferTo.program"),
                ("line-malformed", "transferTo.line")
            );

    [Fact]
    public void A_command_in_the_wrong_stage_of_a_closed_plan_hears_of_its_values_as_well() =>
        Given
            .Program(Example.Cancelled)
            .In(Example.ClosedPlan)
            .When(Command.Defer with { ToYear = 2023, Reason = "" })
            .ThenRefusedFor(
                ("plan-closed", "plan"),
                ("program-stage", "status"),
                ("text-length", "reason"),
                ("year-out-of-range", "toYear")
            );

    [Fact]
    public void A_replacement_of_a_line_gives_all_that_it_breaks() =>
        Given
            .Program(Example.Budgeted, Example.Realised)
            .When(Command.Budget with { Source = "CSR", Stage = FundingStage.Proposed, Amount = 1 })
            .ThenRefusedFor(
                ("stage-backwards", "stage"),
                ("amount-below-realised", "amount"),
                ("source-realised", "source")
            );

    [Fact]
    public void A_completion_gives_all_that_it_breaks() =>
        Given
            .Program()
            .When(Command.Complete with { Date = Example.Tomorrow, Output = 0, Evidence = "" })
            .ThenRefusedFor(
                ("day-in-future", "date"),
                ("quantity-invalid", "output"),
                ("text-length", "evidence"),
                ("completion-unfunded", "zeroCostReason")
            );

    [Fact]
    public void A_request_for_support_gives_all_that_it_breaks() =>
        Given
            .Program()
            .When(new Domain.Programs.RequestApbnSupport("CSR", "", 0, Example.Tomorrow))
            .ThenRefusedFor(
                ("scheme-not-apbn", "scheme"),
                ("text-length", "ministry"),
                ("amount-invalid", "amount"),
                ("day-in-future", "requestedOn")
            );

    [Fact]
    public void A_grant_gives_all_that_it_breaks() =>
        Given
            .Program(Example.Requested)
            .When(
                Command.Grant with
                {
                    Amount = 400_000_000.5m,
                    DecidedOn = new(2024, 1, 31),
                    Document = new(" ", "1", Example.Today),
                }
            )
            .ThenRefusedFor(
                ("amount-invalid", "amount"),
                ("grant-above-request", "amount"),
                ("text-length", "document.kind"),
                ("decided-before-request", "decidedOn")
            );

    [Fact]
    public void A_sentence_that_names_a_megabyte_is_shortened()
    {
        var outcome = Given.NoProgram.When(Command.Plan with { Priority = new('x', 1_000_000) }).Outcome;

        Assert.InRange(Assert.Single(outcome.Rejections).Detail.ToString().Length, 100, 600);
    }

    [Fact]
    public void A_refused_command_has_no_warnings()
    {
        var beyond = Command.Report with { Output = 13, Percent = 101 };

        Given.Program().When(beyond).ThenRefused("percent-invalid", "percent");
        Assert.Empty(Given.Program().When(beyond).Outcome.Warnings);
    }
}
