using System.Text.Json;
using Coordination.Api.Catalog;
using Coordination.Api.EventStore;
using Coordination.Api.Funding;
using Coordination.Api.Programs;
using Coordination.Domain.Funding;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;

namespace Coordination.Api.OpenApi;

/// <summary>Examples of what is answered about money, made of the example's program.</summary>
internal static class FundingExamples
{
    private static readonly ApbnRequest Asked = new(
        "r1",
        "APBN-KL",
        "Kementerian Komunikasi dan Informatika",
        50_000_000,
        new(2024, 2, 1)
    );

    internal static void AddTo(Dictionary<string, string> examples, Plan plan, SpbeProgram program)
    {
        var asking = program with { ApbnRequests = [Asked] };
        var filter = new FundingFilter(program.Government, program.Details.Priority);
        var view = FundingViewMaker.Make(plan, [asking], filter, 12, new(2024, 7, 1));
        var catalog = new CatalogMaker(new(), IsReadingPublic: true, "https://selaras.example").Make([plan]);
        Add(examples, nameof(FundingView), view with { Sources = [.. view.Sources.Take(1)] });
        Add(examples, nameof(CatalogDocument), catalog with { Datasets = [.. catalog.Datasets.Take(1)] });
        Add(
            examples,
            nameof(ProposalReport),
            new ProposalReport(
                false,
                1,
                0,
                0,
                0,
                13,
                [
                    new(
                        2,
                        program.Government,
                        "DKI-07",
                        program.Details.Title,
                        program.Id,
                        ProposalResult.Planned,
                        [],
                        []
                    ),
                ]
            )
        );
        Add(
            examples,
            nameof(RealisationReport),
            new RealisationReport(false, 1, 0, 0, 13, [new(2, program.Id, RealisationResult.Recorded, "1", 2, [])])
        );
        var there = new OtherEntry(2, "914/12/DPA/2024", "APBD-KABKOTA", 120_000_000);
        Add(
            examples,
            nameof(ReconciliationView),
            ReconciliationView.Make(
                new(plan, [program], 12, new(2024, 7, 1), null),
                ReconciliationOf.Allocations,
                Reconciliation.Compare([there], OwnEntries.Of(ReconciliationOf.Allocations, [program], filter))
            )
        );
        Add(examples, "FundingListOfFundedLine", FundingList.Of(shown => shown.Lines)(view));
        Add(examples, "FundingListOfWaitingRequest", FundingList.Of(shown => shown.Requests)(view));
        Add(examples, "FundingListOfFundingAlarm", FundingList.Of(shown => shown.Alarms)(view));
    }

    private static void Add<T>(Dictionary<string, string> examples, string name, T value) =>
        examples[name] = JsonSerializer.Serialize(value, CanonicalJson.Options);
}
