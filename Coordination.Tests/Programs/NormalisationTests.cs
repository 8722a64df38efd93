using Coordination.Domain.Funding;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

/// <summary>Equal facts are stored as equal texts: trimmed, in order, decimals without trailing zeros.</summary>
public class NormalisationTests
{
    private static readonly ProgramDetails Untidy = Example.Details with
    {
        Title = "  Internet desa Kecamatan Mentok \n",
        Description = "\tMenara dan sambungan internet bagi dua desa yang belum tercakup. ",
        Locations = ["19.05.01.2005", "19.05.01.2004", "19.05.01.2005"],
        Output = new(" Desa yang tersambung ", 12.000m, " desa "),
        SpbeIndicators = [new(22, 4), new(17, 3), new(22, 4)],
        EstimatedCost = 1_000_000_000.00m,
        LeadAgency = " Dinas Komunikasi dan Informatika ",
        Reference = " DKI-07 ",
    };

    private static readonly ProgramDetails Tidy = Example.Details with { SpbeIndicators = [new(17, 3), new(22, 4)] };

    [Fact]
    public void A_proposal_is_tidied() =>
        Given.NoProgram.When(Command.PlanWith(Untidy)).Then(Example.Planned with { Details = Tidy });

    [Fact]
    public void A_revision_is_tidied() =>
        Given
            .Program()
            .When(Command.ReviseWith(Untidy) with { Reason = " Hasil desk Bappeda\n" })
            .Then(Example.Revised with { Details = Tidy });

    [Fact]
    public void A_revision_that_differs_by_untidiness_alone_is_no_event() =>
        Given.ProgramOf(Example.Planned with { Details = Tidy }).When(Command.ReviseWith(Untidy)).ThenNothing();

    [Fact]
    public void A_blank_reference_is_none() =>
        Given
            .NoProgram.When(Command.Plan with { Reference = " \t" })
            .Then(Example.Planned with { Details = Example.Details with { Reference = null } });

    [Fact]
    public void A_funding_line_is_tidied() =>
        Given.Program().When(Command.Budget with { Amount = 600_000_000.00m }).Then(Example.Budgeted);

    [Fact]
    public void A_funding_line_that_differs_by_scale_alone_is_no_event() =>
        Given.Program(Example.Budgeted).When(Command.Budget with { Amount = 600_000_000.00m }).ThenNothing();

    [Fact]
    public void A_funding_correction_is_tidied() =>
        Given
            .Program(Example.Budgeted)
            .When(Command.CorrectFunding with { Amount = 500_000_000.0m, Reason = " Rasionalisasi anggaran " })
            .Then(Example.Corrected);

    [Fact]
    public void A_request_and_its_grant_are_tidied()
    {
        Given
            .Program()
            .When(
                Command.Request with
                {
                    Ministry = " Kementerian Komunikasi dan Informatika ",
                    Amount = 400_000_000.0m,
                }
            )
            .Then(Example.Requested);
        Given.Program(Example.Requested).When(Command.Grant with { Amount = 300_000_000.0m }).Then(Example.Granted);
    }

    [Fact]
    public void Answers_to_a_request_are_tidied()
    {
        Given.Program(Example.Requested).When(Command.Reject with { Reason = " Kuota habis " }).Then(Example.Rejected);
        Given.Program(Example.Requested).When(Command.Withdraw with { Reason = " Ganda " }).Then(Example.Withdrawn);
    }

    [Fact]
    public void A_payment_keeps_its_sen_without_trailing_zeros() =>
        Given
            .Program(Example.Budgeted)
            .When(Command.Realise with { Amount = 1_250.50m })
            .Then(Example.Realised with { Amount = 1_250.5m });

    [Fact]
    public void A_progress_report_is_tidied() =>
        Given
            .Program()
            .When(Command.Report with { Percent = 40.00m, Output = 3.0m, Note = " ", Evidence = " foto " })
            .Then(Example.Progressed with { Output = 3, Evidence = "foto" });

    [Fact]
    public void A_constraint_and_its_resolution_are_tidied()
    {
        Given.Program().When(Command.Raise with { Description = " Tiang belum berizin " }).Then(Example.Raised);
        Given.Program(Example.Raised).When(Command.Resolve with { Note = " Izin terbit " }).Then(Example.Resolved);
        Given
            .Program(Example.Raised)
            .When(Command.Resolve with { Note = " " })
            .Then(Example.Resolved with { Note = null });
    }

    [Fact]
    public void A_completion_is_tidied() =>
        Given
            .Program(Example.Budgeted)
            .When(Command.Complete with { Output = 12.00m, Evidence = " BAST 12/2024 ", ZeroCostReason = " " })
            .Then(Example.Completed);

    [Fact]
    public void An_amount_in_a_sentence_is_written_the_Indonesian_way() =>
        Assert.Equal("Rp1.250.000,5", Rupiah.Text(1_250_000.50m));
}
