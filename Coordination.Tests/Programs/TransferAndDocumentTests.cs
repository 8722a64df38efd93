using Coordination.Domain.Funding;

namespace Coordination.Tests.Programs;

public class TransferAndDocumentTests
{
    [Fact]
    public void A_giver_names_the_line_that_receives_its_money_which_may_come_later() =>
        Given
            .Program()
            .When(Command.Budget with { TransferTo = new(Example.OtherId, "belum-ada") })
            .Then(Example.Budgeted with { TransferTo = new(Example.OtherId, "belum-ada") });

    [Fact]
    public void The_receiving_program_exists() =>
        RefuseTransfer("19.01-2024-ZZZZZ", "1", "program-unknown", "transferTo.program");

    [Fact]
    public void A_program_gives_nothing_to_itself() =>
        RefuseTransfer(Example.Id, "2", "transfer-to-itself", "transferTo.program");

    [Fact]
    public void The_receiving_line_is_well_formed() =>
        RefuseTransfer(Example.OtherId, "baris 1", "line-malformed", "transferTo.line");

    [Theory]
    [InlineData(" ", "914/12", "2024-01-05", "text-length", "document.kind")]
    [InlineData("DPA", "", "2024-01-05", "text-length", "document.number")]
    [InlineData("DPA", "914\0", "2024-01-05", "text-control-character", "document.number")]
    [InlineData("DPA", "914/12", "1999-12-31", "day-out-of-range", "document.date")]
    [InlineData("DPA", "914/12", "2101-01-01", "day-out-of-range", "document.date")]
    public void A_document_has_a_kind_a_number_and_a_sane_day(
        string kind,
        string number,
        string date,
        string code,
        string field
    )
    {
        var document = new FundingDocument(kind, number, Exact.Day(date));

        Given.Program().When(Command.Budget with { Document = document }).ThenRefused(code, field);
        Given
            .Program(Example.Budgeted)
            .When(Command.CorrectFunding with { Document = document })
            .ThenRefused(code, field);
        Given.Program(Example.Requested).When(Command.Grant with { Document = document }).ThenRefused(code, field);
        Given.Program(Example.Budgeted).When(Command.Realise with { Document = document }).ThenRefused(code, field);
        Given
            .Program(Example.Budgeted, Example.Realised)
            .When(Command.CorrectRealisation with { Document = document })
            .ThenRefused(code, field);
    }

    [Fact]
    public void A_line_needs_no_document() =>
        Given.Program().When(Command.Budget with { Document = null }).Then(Example.Budgeted with { Document = null });

    private static void RefuseTransfer(string program, string line, string code, string field) =>
        Given.Program().When(Command.Budget with { TransferTo = new(program, line) }).ThenRefused(code, field);
}
