using Coordination.Api.Catalog;

namespace Coordination.Api.Pages.Catalogs;

/// <summary><c>/catalog</c>: the published data, for people; a program reads <c>/api/catalog</c>.</summary>
internal static class CatalogRequests
{
    internal static async Task<IResult> GetAsync(
        CatalogReader catalog,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var language = Language.Of(http);
        var document = await catalog.ReadAsync(http.Request, cancellation);
        return Show.Page<CatalogPage>(
            new { Datasets = document.Datasets.Select(dataset => Of(dataset, language)).ToList() }
        );
    }

    private static PublishedDataset Of(DatasetNode dataset, Language language)
    {
        string Text(IReadOnlyList<LanguageText> texts) => texts.First(text => text.Language == language.Code).Value;

        return new(
            dataset.Identifier,
            Text(dataset.Title),
            Text(dataset.Description),
            [
                (language["catalog.concept"], Text(dataset.Concept)),
                (language["catalog.definition"], Text(dataset.Definition)),
                (language["catalog.unit"], Text(dataset.Unit)),
                (language["catalog.classification"], Text(dataset.Classification)),
                (language["catalog.producer"], dataset.Producer.Name),
                (language["catalog.custodian"], dataset.Custodian.Name),
                (language["catalog.frequency"], language["catalog.frequency.continuous"]),
                (
                    language["catalog.coverage"],
                    $"{dataset.Place.Name} ({dataset.Place.Code}), {language.Day(dataset.Period.Start)} – {language.Day(dataset.Period.End)}"
                ),
                (
                    language["catalog.access"],
                    language[
                        dataset.AccessRights.Id.EndsWith("PUBLIC", StringComparison.Ordinal)
                            ? "catalog.access.public"
                            : "catalog.access.restricted"
                    ]
                ),
            ],
            dataset.Licence.Id,
            [.. dataset.Distributions.Select(form => (form.Title, form.Download.Id))]
        );
    }
}
