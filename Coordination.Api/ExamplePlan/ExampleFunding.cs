using Coordination.Domain.Funding;
using Coordination.Domain.Programs;
using Undated = Coordination.Api.ExamplePlan.ExampleCommands.Undated;

namespace Coordination.Api.ExamplePlan;

/// <summary>The money of the example's programs.</summary>
internal static class ExampleFunding
{
    internal static IEnumerable<Undated> Of(ExampleProgram program, Dictionary<string, ExampleProgram> byRef)
    {
        var requests = program.Apbn.OrderBy(request => request.RequestedOn).Index().ToList();
        return
        [
            .. requests.Select(entry => Ask(program, entry.Index + 1, entry.Item)),
            .. program.Funding.Select(line => Budget(program, line, byRef)),
            .. requests
                .Where(entry => entry.Item.Decision is not null)
                .Select(entry => Answer(program, entry.Index + 1, entry.Item.Decision!)),
            .. program.Corrections.Index().Select(entry => Correct(program, entry.Index + 1, entry.Item)),
            .. program
                .Realised.Index()
                .Select(entry => Pay(program, $"realised-{entry.Index + 1}", entry.Item.Line, entry.Item)),
            .. requests.SelectMany(entry =>
                entry
                    .Item.Realised.Index()
                    .Select(paid =>
                        Pay(program, $"r{entry.Index + 1}-realised-{paid.Index + 1}", $"r{entry.Index + 1}", paid.Item)
                    )
            ),
        ];
    }

    private static Undated Ask(ExampleProgram program, int number, ExampleRequest request) =>
        Undated.Of(
            program,
            request.RequestedOn,
            $"r{number}",
            new RequestApbnSupport(request.Scheme, request.Ministry, request.Requested, request.RequestedOn)
        );

    private static Undated Budget(ExampleProgram program, ExampleLine line, Dictionary<string, ExampleProgram> byRef) =>
        Undated.Of(
            program,
            line.SetOn,
            $"line-{line.Line}-{line.Stage}",
            new BudgetProgram(
                line.Source,
                line.Stage,
                line.Amount,
                line.Line,
                line.Document,
                line.TransferTo is { } to ? new TransferTarget(byRef[to.Ref].Number, to.Line) : null
            )
        );

    private static Undated Answer(ExampleProgram program, int number, ExampleDecision decision) =>
        Undated.Of(
            program,
            decision.DecidedOn,
            $"r{number}-decided",
            decision.Granted is { } granted
                ? new GrantApbnSupport(granted, decision.Document!, decision.DecidedOn) { Request = $"r{number}" }
                : new RejectApbnSupport(decision.Rejected!, decision.DecidedOn) { Request = $"r{number}" }
        );

    private static Undated Correct(ExampleProgram program, int number, ExampleCorrection correction) =>
        Undated.Of(
            program,
            correction.Date,
            $"correction-{number}",
            new CorrectFunding(correction.Document, correction.ValidFrom, correction.Reason, correction.Amount)
            {
                Line = correction.Line,
            }
        );

    private static Undated Pay(ExampleProgram program, string step, string? line, ExamplePayment paid) =>
        Undated.Of(program, paid.Date, step, new RealiseFunds(paid.Amount, paid.Date, line));
}
