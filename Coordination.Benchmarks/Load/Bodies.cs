using System.Text.Json;

namespace Coordination.Benchmarks.Load;

/// <summary>What is sent, as bytes: a program as a planner of a kabupaten would propose it, and what follows.</summary>
internal static class Bodies
{
    internal const string Plan = "19-2024";
    internal const string Government = "19.05";

    internal static readonly byte[] Program = Of(Proposal(Plan));

    internal static readonly byte[] Budget = Of(
        new
        {
            source = "APBD-KABKOTA",
            stage = "allocated",
            amount = 50_000_000,
            document = Document,
        }
    );

    internal static readonly byte[] Completion = Of(
        new
        {
            date = "2024-06-28",
            output = 40,
            evidence = "Berita acara serah terima 027/118",
        }
    );

    internal static readonly byte[] Progress = Of(new { percent = 10, asOf = "2024-05-01" });

    /// <summary>What happens to a program in its life, by path below it: eight events with the proposal.</summary>
    internal static readonly (string Path, byte[] Body)[] Life =
    [
        ("funding", Budget),
        ("progress", Progress),
        (
            "realisations",
            Of(
                new
                {
                    amount = 20_000_000,
                    date = "2024-04-02",
                    source = "APBD-KABKOTA",
                }
            )
        ),
        (
            "constraints",
            Of(
                new
                {
                    category = "budget-support",
                    severity = "low",
                    description = "Termin kedua terlambat.",
                }
            )
        ),
        (
            "progress",
            Of(
                new
                {
                    percent = 60,
                    asOf = "2024-05-20",
                    note = "Separuh desa selesai.",
                }
            )
        ),
        (
            "realisations",
            Of(
                new
                {
                    amount = 25_000_000,
                    date = "2024-06-11",
                    source = "APBD-KABKOTA",
                }
            )
        ),
        ("completion", Completion),
    ];

    private static object Document =>
        new
        {
            kind = "DPA",
            number = "914/12",
            date = "2024-01-05",
        };

    internal static byte[] OpenPlan(int year) =>
        Of(
            new
            {
                province = "19",
                year,
                target = new { rate = 0.8, definition = "completion" },
            }
        );

    internal static object Proposal(string plan) =>
        new
        {
            plan,
            government = Government,
            priority = "cyber-security",
            title = "Pelatihan keamanan siber aparatur desa",
            description = "Pelatihan dua hari bagi operator desa.",
            locations = new[] { "19.05.01" },
            output = new
            {
                indicator = "Peserta lulus",
                target = 40,
                unit = "orang",
            },
            spbeIndicators = new[] { new { number = 17, level = 3 } },
            schedule = new { start = "2024-03-01", end = "2024-06-30" },
            estimatedCost = 50_000_000,
            leadAgency = "Dinas Komunikasi dan Informatika",
        };

    private static byte[] Of(object body) => JsonSerializer.SerializeToUtf8Bytes(body);
}
