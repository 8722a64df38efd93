using System.Collections.Immutable;
using Coordination.Api.Http;
using Coordination.Api.Tables;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Api.Programs;

/// <summary>A file of proposals: rows that can be read, and what is wrong with the others.</summary>
internal sealed record ProposalFile(
    UploadedTable Table,
    IReadOnlyList<(int Row, PlanProgram Proposal)> Rows,
    IReadOnlyList<RowFault> Faults
)
{
    internal const string Example =
        "government;reference;priority;title;description;subActivityEdition;subActivityCode;locations;outputIndicator;outputTarget;"
        + "outputUnit;spbeIndicators;start;end;multiYear;estimatedCost;leadAgency\n"
        + "19.05;DKI-07;village-internet;Internet desa Kecamatan Mentok;Sambungan internet dua desa.;900.1.15.5-1317/2023;"
        + "2.16.03.2.01.0003;\"19.05.01.2004; 19.05.01.2005\";Desa yang tersambung;2;desa;17:3;2024-03-01;2024-11-30;;250000000;"
        + "Dinas Komunikasi dan Informatika\n";

    internal const string Description =
        UploadedFile.Kinds
        + " with the columns of the template, under their names in the API or in either of the template's languages; all but `reason` must "
        + "be there, and what is empty is empty. Codes may have their names behind them (19.05 – Kabupaten Bangka Barat). At most 5,000 rows "
        + "and four megabytes. Each row keeps the rules of a single proposal. A row's reference tells whether its program is known in the "
        + "plan and government: an unknown one is planned, a known one revised, one of just these details left alone. All rows are "
        + "carried out or none, unless `partial=true`; `dryRun=true` says what would be. It is one transaction, and the same file again "
        + "changes nothing: who does not know whether it got through sends it again, and `Idempotency-Key` is not needed and not looked at.";

    internal static ProposalFile Read(UploadedTable table, string plan)
    {
        var faults = table.Faults.ToList();
        var rows = new List<(int, PlanProgram)>();
        foreach (var row in table.Rows)
            if (Read(row, plan, faults) is { } proposal)
                rows.Add((row.Number, proposal));
        return new(table, rows, faults);
    }

    internal static (ProposalFile? File, Problem? Problem) Read(UploadedFile file, string plan)
    {
        var (table, problem) = UploadedTable.Read(
            file,
            new(ProposalColumns.Required, [ProposalColumns.Reason], ProposalColumns.Names)
        );
        return problem is null ? (Read(table!, plan), null) : (null, problem);
    }

    private static PlanProgram? Read(UploadedRow row, string plan, List<RowFault> faults)
    {
        var before = faults.Count;
        string Text(string column) => Cell.Text(row, column, faults) ?? "";
        var (edition, code) = (row["subActivityEdition"], row["subActivityCode"]);
        if (edition is null != code is null)
            faults.Add(
                row.Fault(
                    "missing",
                    edition is null ? "subActivityEdition" : "subActivityCode",
                    $"A sub-activity needs both its edition and its code."
                )
            );
        var proposal = new PlanProgram
        {
            Plan = plan,
            Government =
                Cell.Code(row, "government", code => Government.Find(code) is { } known ? [known.Name] : [], faults)
                ?? "",
            Reference = Text("reference"),
            Priority =
                Cell.Code(
                    row,
                    "priority",
                    code => Priority.Find(code) is { } known ? [known.Name, known.NameEnglish] : [],
                    faults
                ) ?? "",
            Title = Text("title"),
            Description = Text("description"),
            SubActivity = edition is null || code is null ? null : new(edition, code),
            Locations =
            [
                .. Cell.Codes(row, "locations", code => Location.Find(code) is { } known ? [known.Name] : [], faults),
            ],
            Output = new(Text("outputIndicator"), Cell.Quantity(row, "outputTarget", faults) ?? 0, Text("outputUnit")),
            SpbeIndicators = Lifts(row, faults),
            Schedule = new(
                Cell.Day(row, "start", faults) ?? default,
                Cell.Day(row, "end", faults) ?? default,
                Cell.Choice(row, "multiYear", faults)
            ),
            EstimatedCost = Cell.Amount(row, "estimatedCost", faults) ?? 0,
            LeadAgency = Text("leadAgency"),
            Reason = row[ProposalColumns.Reason],
        };
        return faults.Count > before ? null : proposal;
    }

    private static ImmutableList<IndicatorLift> Lifts(UploadedRow row, List<RowFault> faults)
    {
        const string column = "spbeIndicators";
        var lifts = ImmutableList.CreateBuilder<IndicatorLift>();
        foreach (var part in Cell.Parts(row[column]))
            if (
                part.Split(':', StringSplitOptions.TrimEntries) is [var number, var level]
                && int.TryParse(number, out var indicator)
                && int.TryParse(level, out var aim)
            )
                lifts.Add(new(indicator, aim));
            else
                faults.Add(
                    row.Fault(
                        "indicator-malformed",
                        column,
                        $"'{UploadedTable.Shortened(part)}' is not an indicator and a level such as 17:3."
                    )
                );
        return lifts.ToImmutable();
    }
}
