using System.Globalization;
using Coordination.Api.Tables;
using Coordination.Domain.Plans;
using Coordination.Domain.Reference;

namespace Coordination.Api.Catalog;

/// <summary>What the one who runs the service says of its data.</summary>
internal sealed class CatalogSettings
{
    internal const string Section = "Coordination:Catalog";

    /// <summary>Under what the data may be used.</summary>
    public string Licence { get; set; } = "https://creativecommons.org/licenses/by/4.0/";

    /// <summary>Who keeps them (walidata); else the province's agency of communication.</summary>
    public string? Custodian { get; set; }

    /// <summary>Where the service is reached, when it is behind something that ends TLS; else where it was asked.</summary>
    public string? Address { get; set; }
}

/// <summary>Makes the catalogue of the plans that there are.</summary>
internal sealed record CatalogMaker(CatalogSettings Settings, bool IsReadingPublic, string Address)
{
    private const string Frequencies = "http://publications.europa.eu/resource/authority/frequency/";
    private const string Rights = "http://publications.europa.eu/resource/authority/access-right/";
    private const string MediaTypes = "https://www.iana.org/assignments/media-types/";

    private static readonly (string Format, string Type)[] Formats =
    [
        ("csv", Table.CsvType),
        ("xlsx", Table.XlsxType),
        ("json", "application/json"),
    ];

    internal CatalogDocument Make(IReadOnlyList<Plan> plans) =>
        new()
        {
            Id = $"{Address}/api/catalog",
            Title = Texts(new("Data terbuka Selaras", "Open data of Selaras")),
            Description = Texts(
                new(
                    "Koordinasi program SPBE provinsi dan kabupaten/kota.",
                    "Coordination of SPBE programs of a province and its kabupaten and kota."
                )
            ),
            Publisher = new(Settings.Custodian ?? (plans.Count > 0 ? CustodianOf(plans[0].Province) : "Selaras")),
            Licence = new(Settings.Licence),
            Datasets = [.. plans.SelectMany(plan => PublishedData.All.Select(data => Make(plan, data)))],
        };

    private DatasetNode Make(Plan plan, PublishedData data)
    {
        var province = Government.Find(plan.Province)?.Name ?? plan.Province;
        var custodian = new AgentNode(Settings.Custodian ?? CustodianOf(plan.Province));
        var path = string.Format(CultureInfo.InvariantCulture, data.Path, plan.Id);
        return new()
        {
            Id = $"{Address}/api/catalog#{data.Name}-{plan.Id}",
            Identifier = $"{data.Name}-{plan.Id}",
            Title = Texts(
                new($"{data.Title.Indonesian} {plan.Year}, {province}", $"{data.Title.English} {plan.Year}, {province}")
            ),
            Description = Texts(data.Description),
            Producer = new($"Pemerintah {province} dan pemerintah kabupaten/kota di dalamnya"),
            Publisher = custodian,
            Custodian = custodian,
            Concept = Texts(data.Concept),
            Definition = Texts(data.Definition),
            Unit = Texts(data.Unit),
            Classification = Texts(data.Classification),
            Frequency = new($"{Frequencies}CONT"),
            Place = new(plan.Province, province),
            Period = new(new(plan.Year, 1, 1), new(plan.Year, 12, 31)),
            Licence = new(Settings.Licence),
            AccessRights = new(Rights + (IsReadingPublic ? "PUBLIC" : "RESTRICTED")),
            Distributions =
            [
                .. Formats.Select(format => new DistributionNode
                {
                    Title = format.Format.ToUpperInvariant(),
                    Access = new(Address + path),
                    Download = new($"{Address}{path}{(path.Contains('?') ? '&' : '?')}format={format.Format}"),
                    MediaType = new(MediaTypes + format.Type),
                    Licence = new(Settings.Licence),
                }),
            ],
        };
    }

    private static string CustodianOf(string province) =>
        $"Dinas Komunikasi dan Informatika {Government.Find(province)?.Name ?? province}";

    private static LanguageText[] Texts(Words words) => [new("id", words.Indonesian), new("en", words.English)];
}
