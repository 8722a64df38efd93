using Coordination.Domain.Funding;

namespace Coordination.Domain.Programs;

/// <summary>Payments by everything that each has been recorded as.</summary>
internal sealed class RecordedPayments
{
    private readonly ILookup<(string?, decimal, DateOnly, FundingDocument?), Realisation> byValue;

    private RecordedPayments(IEnumerable<Realisation> versions) =>
        byValue = versions
            .Distinct()
            .ToLookup(version => ((string?)version.Line, version.Amount, version.Date, version.Document));

    internal static RecordedPayments Of(IEnumerable<IProgramEvent> history)
    {
        var lines = new Dictionary<int, string>();
        var versions = new List<Realisation>();
        foreach (var next in history)
            if (next is FundsRealised e)
                versions.Add(new(e.Number, lines[e.Number] = e.Line, e.Amount, e.Date, e.Document));
            else if (next is RealisationCorrected c)
                versions.Add(new(c.Number, lines[c.Number], c.Amount, c.Date, c.Document));
        return new(versions);
    }

    /// <summary>The n-th payment that was ever what is asked for, or none.</summary>
    internal Realisation? Find(RealiseFunds asked, int nth) =>
        byValue[(asked.Line, asked.Amount, asked.Date, asked.Document)].ElementAtOrDefault(nth - 1);
}
