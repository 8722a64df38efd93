using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

/// <summary>
/// Days that people name are days in Jakarta: they lie between 2000 and 2100, and what has happened not in the future.
/// </summary>
public class DaysTests
{
    private static readonly GivenProgram Running = Given.Program(
        Example.Budgeted,
        Example.Realised,
        Example.Requested with
        {
            RequestedOn = Example.Today,
        }
    );

    public static TheoryData<string, string> Fields =>
        new()
        {
            { nameof(RequestApbnSupport), "requestedOn" },
            { nameof(GrantApbnSupport), "decidedOn" },
            { nameof(RejectApbnSupport), "decidedOn" },
            { nameof(WithdrawApbnSupport), "decidedOn" },
            { nameof(RealiseFunds), "date" },
            { nameof(CorrectRealisation), "date" },
            { nameof(ReportProgress), "asOf" },
            { nameof(CompleteProgram), "date" },
        };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Today_is_not_the_future(string command, string field)
    {
        Assert.NotEmpty(field);
        Assert.Single(Running.When(On(command, Example.Today)).Accepted());
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Tomorrow_is_refused(string command, string field) =>
        Running.When(On(command, Example.Tomorrow)).ThenRefused("day-in-future", field);

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_day_after_2100_is_a_slip_of_the_pen(string command, string field) =>
        Running.When(On(command, new(2204, 6, 15))).ThenRefused("day-out-of-range", field);

    [Theory]
    [MemberData(nameof(Fields))]
    public void The_day_turns_at_midnight_in_Jakarta(string command, string field)
    {
        var midnight = new DateTimeOffset(2024, 6, 15, 17, 0, 0, TimeSpan.Zero);

        Assert.Single(Running.At(midnight).When(On(command, Example.Tomorrow)).Accepted());
        Running.At(midnight.AddTicks(-1)).When(On(command, Example.Tomorrow)).ThenRefused("day-in-future", field);
    }

    [Fact]
    public void A_request_is_not_decided_before_it_was_made()
    {
        var eve = Example.Today.AddDays(-1);

        foreach (
            var answer in (IProgramCommand[])
                [
                    Command.Grant with
                    {
                        DecidedOn = eve,
                    },
                    Command.Reject with
                    {
                        DecidedOn = eve,
                    },
                    Command.Withdraw with
                    {
                        DecidedOn = eve,
                    },
                ]
        )
        {
            Running.When(answer).ThenRefused("decided-before-request", "decidedOn");
        }
    }

    private static IProgramCommand On(string command, DateOnly day) =>
        Everything.ProgramCommands[command] switch
        {
            RequestApbnSupport c => c with { RequestedOn = day },
            GrantApbnSupport c => c with { DecidedOn = day },
            RejectApbnSupport c => c with { DecidedOn = day },
            WithdrawApbnSupport c => c with { DecidedOn = day },
            RealiseFunds c => c with { Date = day },
            CorrectRealisation c => c with { Date = day },
            ReportProgress c => c with { AsOf = day },
            CompleteProgram c => c with { Date = day },
            var other => throw new ArgumentException($"{other} has no day.", nameof(command)),
        };
}
