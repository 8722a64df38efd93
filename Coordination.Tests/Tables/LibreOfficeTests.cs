using System.Diagnostics;
using Coordination.Api.Programs;
using Coordination.Api.Tables;

namespace Coordination.Tests.Tables;

/// <summary>What the service writes is opened by a spreadsheet of others, saved anew by it, and read back.</summary>
public sealed class LibreOfficeTests : IDisposable
{
    private static readonly string? Office = new[] { "/usr/bin/soffice", "/usr/local/bin/soffice" }.FirstOrDefault(
        File.Exists
    );

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("selaras-office");

    private sealed record Line(string Name, decimal Amount, int Year, DateOnly? Day, bool IsDone);

    [Fact]
    public async Task A_table_comes_back_as_it_was()
    {
        using var file = TableFile.Begin(TableFormat.Xlsx, "papan", TableColumn.Of<Line>());
        file.Add(new Line("=1+1", 1_250_000_000.50m, 2024, new(2024, 2, 29), true));
        file.Add(new Line("Air Gegas – Pulau Besar\nbaris dua", 99_999_999_999_999m, 2024, null, false));
        var written = file.End();
        Assert.Equal(
            WorkbookReading.Read(written).Select(row => row.Cells),
            WorkbookReading.Read(await ResavedAsync(written)).Select(row => row.Cells)
        );
    }

    [Fact]
    public async Task The_template_is_still_one_when_it_was_saved_by_another()
    {
        var resaved = await ResavedAsync(ImportTemplate.Make(isEnglish: false));
        var (table, problem) = UploadedTable.Read(
            new(TableFormat.Xlsx, resaved),
            new(ProposalColumns.Required, [ProposalColumns.Reason], ProposalColumns.Names)
        );
        Assert.Null(problem);
        Assert.Empty(table!.Rows);
    }

    private async Task<byte[]> ResavedAsync(byte[] workbook)
    {
        Assert.SkipWhen(Office is null, "There is no LibreOffice: apt-get install libreoffice-calc-nogui.");
        var path = Path.Combine(folder.FullName, "written.xlsx");
        var saved = Directory.CreateDirectory(Path.Combine(folder.FullName, "saved")).FullName;
        await File.WriteAllBytesAsync(path, workbook, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(Office)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}",
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                saved,
                path,
            },
        };
        using var office = Process.Start(start)!;
        await office.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2));
        return await File.ReadAllBytesAsync(Path.Combine(saved, "written.xlsx"), TestContext.Current.CancellationToken);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
