using Coordination.Domain;
using Coordination.Domain.Funding;

namespace Coordination.Tests.Programs;

public class ApbnSupportTests
{
    private static readonly GivenProgram Asked = Given.Program(Example.Requested);

    [Fact]
    public void APBN_support_is_asked_for() => Given.Program().When(Command.Request).Then(Example.Requested);

    [Fact]
    public void Requests_are_numbered_and_equal_ones_are_two() =>
        Asked.When(Command.Request).Then(Example.Requested with { Request = "r2" });

    [Theory]
    [InlineData("APBD-PROV")]
    [InlineData("DANA-DESA")]
    [InlineData("APBN")]
    public void A_scheme_is_a_source_of_APBN_support(string scheme) =>
        Given.Program().When(Command.Request with { Scheme = scheme }).ThenRefused("scheme-not-apbn", "scheme");

    [Fact]
    public void A_ministry_has_3_to_200_characters()
    {
        Given.Program().When(Command.Request with { Ministry = " K " }).ThenRefused("text-length", "ministry");
        Given.Program().When(Command.Request with { Ministry = new('k', 201) }).ThenRefused("text-length", "ministry");
    }

    [Fact]
    public void An_amount_is_whole_rupiah_above_0()
    {
        Given.Program().When(Command.Request with { Amount = 0 }).ThenRefused("amount-invalid", "amount");
        Asked.When(Command.Grant with { Amount = 0 }).ThenRefused("amount-invalid", "amount");
        Asked.When(Command.Grant with { Amount = 0.5m }).ThenRefused("amount-invalid", "amount");
    }

    [Fact]
    public void A_program_makes_at_most_100_requests() =>
        Given
            .Program(Enumerable.Range(1, 100).Select(number => Example.Requested with { Request = $"r{number}" }))
            .When(Command.Request)
            .ThenRefused("too-many-requests", "scheme");

    [Fact]
    public void A_grant_becomes_an_allocated_line_with_the_id_of_the_request()
    {
        Asked.When(Command.Grant).Then(Example.Granted);

        var program = Given.Program(Example.Requested, Example.Granted).State;
        Assert.Equal(
            [new("r1", "APBN-BAKTI", FundingStage.Allocated, 300_000_000, Example.Dipa, null)],
            program.Funding
        );
        Assert.Equal(
            (ApbnRequestStatus.Granted, 300_000_000, new DateOnly(2024, 3, 1)),
            (program.ApbnRequests[0].Status, program.ApbnRequests[0].Granted, program.ApbnRequests[0].DecidedOn)
        );
    }

    [Fact]
    public void A_grant_closes_an_unallocated_line_of_the_same_source_so_that_the_money_stands_once()
    {
        var proposed = Example.Budgeted with { Source = "APBN-BAKTI", Stage = FundingStage.Proposed, Line = "9" };
        var given = Given.Program(Example.Budgeted, proposed with { Source = "TKD-DAKF", Line = "8" }, proposed);

        var granted = given.After(Command.Request).After(Command.Grant);

        Assert.Equal(Json.Of(Example.Granted with { ClosesLine = "9" }), Json.Of(granted.Events[^1]));
        Assert.Equal("r1", granted.State.FindLine("9")?.ClosedBy);
        Assert.Equal(900_000_000, granted.State.Funded);
    }

    [Fact]
    public void A_grant_gives_at_most_what_was_asked()
    {
        Asked.When(Command.Grant with { Amount = 400_000_001 }).ThenRefused("grant-above-request", "amount");
        Asked.When(Command.Grant with { Amount = 400_000_000 }).Then(Example.Granted with { Amount = 400_000_000 });
    }

    [Fact]
    public void A_request_is_rejected_or_withdrawn()
    {
        Asked.When(Command.Reject).Then(Example.Rejected);
        Asked.When(Command.Withdraw).Then(Example.Withdrawn);
    }

    [Fact]
    public void The_same_answer_again_is_no_event()
    {
        Given.Program(Example.Requested, Example.Granted).When(Command.Grant).ThenNothing();
        Given.Program(Example.Requested, Example.Rejected).When(Command.Reject).ThenNothing();
        Given.Program(Example.Requested, Example.Withdrawn).When(Command.Withdraw).ThenNothing();
    }

    [Fact]
    public void Only_undecided_requests_are_answered_or_withdrawn()
    {
        var granted = Given.Program(Example.Requested, Example.Granted);
        var rejected = Given.Program(Example.Requested, Example.Rejected);
        var withdrawn = Given.Program(Example.Requested, Example.Withdrawn);

        RefuseAsDecided(granted.When(Command.Grant with { Amount = 1 }));
        RefuseAsDecided(granted.When(Command.Withdraw));
        RefuseAsDecided(granted.When(Command.Reject));
        RefuseAsDecided(rejected.When(Command.Grant));
        RefuseAsDecided(rejected.When(Command.Reject with { Reason = "Lain" }));
        RefuseAsDecided(withdrawn.When(Command.Withdraw with { DecidedOn = new(2024, 3, 2) }));
    }

    [Fact]
    public void The_request_exists()
    {
        Asked
            .When(Command.Grant with { Request = "r2" })
            .ThenRefused("request-unknown", "request", RejectionKind.Unknown);
        Asked
            .When(Command.Reject with { Request = "R1" })
            .ThenRefused("request-unknown", "request", RejectionKind.Unknown);
        Asked
            .When(Command.Withdraw with { Request = "" })
            .ThenRefused("request-unknown", "request", RejectionKind.Unknown);
    }

    private static void RefuseAsDecided(Answer<Domain.Programs.IProgramEvent> answer) =>
        answer.ThenRefused("request-decided", "request", RejectionKind.Stage);
}
