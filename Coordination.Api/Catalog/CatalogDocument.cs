using System.Text.Json.Serialization;

namespace Coordination.Api.Catalog;

/// <summary>A catalogue of open data in DCAT 3, as JSON-LD.</summary>
internal sealed record CatalogDocument
{
    internal const string ContentType = "application/ld+json";

    [JsonPropertyName("@context")]
    public IReadOnlyDictionary<string, string> Context { get; } =
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["dcat"] = "http://www.w3.org/ns/dcat#",
            ["dct"] = "http://purl.org/dc/terms/",
            ["foaf"] = "http://xmlns.com/foaf/0.1/",
            ["geodcat"] = "http://data.europa.eu/930/",
            ["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#",
            ["sdi"] = "urn:coordination:satu-data:",
        };

    [JsonPropertyName("@id")]
    public required string Id { get; init; }

    [JsonPropertyName("@type")]
    public string Type => "dcat:Catalog";

    [JsonPropertyName("dct:title")]
    public required IReadOnlyList<LanguageText> Title { get; init; }

    [JsonPropertyName("dct:description")]
    public required IReadOnlyList<LanguageText> Description { get; init; }

    [JsonPropertyName("dct:publisher")]
    public required AgentNode Publisher { get; init; }

    [JsonPropertyName("dct:license")]
    public required NodeRef Licence { get; init; }

    [JsonPropertyName("dcat:dataset")]
    public required IReadOnlyList<DatasetNode> Datasets { get; init; }
}

/// <summary>A dataset with the metadata that Satu Data Indonesia (Perpres 39/2019) asks for.</summary>
internal sealed record DatasetNode
{
    [JsonPropertyName("@id")]
    public required string Id { get; init; }

    [JsonPropertyName("@type")]
    public string Type => "dcat:Dataset";

    [JsonPropertyName("dct:identifier")]
    public required string Identifier { get; init; }

    [JsonPropertyName("dct:title")]
    public required IReadOnlyList<LanguageText> Title { get; init; }

    [JsonPropertyName("dct:description")]
    public required IReadOnlyList<LanguageText> Description { get; init; }

    /// <summary>Produsen data.</summary>
    [JsonPropertyName("dct:creator")]
    public required AgentNode Producer { get; init; }

    [JsonPropertyName("dct:publisher")]
    public required AgentNode Publisher { get; init; }

    /// <summary>Walidata.</summary>
    [JsonPropertyName("geodcat:custodian")]
    public required AgentNode Custodian { get; init; }

    [JsonPropertyName("sdi:concept")]
    public required IReadOnlyList<LanguageText> Concept { get; init; }

    [JsonPropertyName("sdi:definition")]
    public required IReadOnlyList<LanguageText> Definition { get; init; }

    [JsonPropertyName("sdi:unit")]
    public required IReadOnlyList<LanguageText> Unit { get; init; }

    [JsonPropertyName("sdi:classification")]
    public required IReadOnlyList<LanguageText> Classification { get; init; }

    [JsonPropertyName("dct:accrualPeriodicity")]
    public required NodeRef Frequency { get; init; }

    [JsonPropertyName("dct:spatial")]
    public required PlaceNode Place { get; init; }

    [JsonPropertyName("dct:temporal")]
    public required PeriodNode Period { get; init; }

    [JsonPropertyName("dct:license")]
    public required NodeRef Licence { get; init; }

    [JsonPropertyName("dct:accessRights")]
    public required NodeRef AccessRights { get; init; }

    [JsonPropertyName("dcat:distribution")]
    public required IReadOnlyList<DistributionNode> Distributions { get; init; }
}

/// <summary>A form in which a dataset is to be had.</summary>
internal sealed record DistributionNode
{
    [JsonPropertyName("@type")]
    public string Type => "dcat:Distribution";

    [JsonPropertyName("dct:title")]
    public required string Title { get; init; }

    [JsonPropertyName("dcat:accessURL")]
    public required NodeRef Access { get; init; }

    [JsonPropertyName("dcat:downloadURL")]
    public required NodeRef Download { get; init; }

    [JsonPropertyName("dcat:mediaType")]
    public required NodeRef MediaType { get; init; }

    [JsonPropertyName("dct:license")]
    public required NodeRef Licence { get; init; }
}

/// <summary>A text in a language.</summary>
internal sealed record LanguageText(
    [property: JsonPropertyName("@language")] string Language,
    [property: JsonPropertyName("@value")] string Value
);

/// <summary>Something that another document describes.</summary>
internal sealed record NodeRef([property: JsonPropertyName("@id")] string Id);

/// <summary>Somebody who answers for data.</summary>
internal sealed record AgentNode([property: JsonPropertyName("foaf:name")] string Name)
{
    [JsonPropertyName("@type")]
    public string Type => "foaf:Organization";
}

/// <summary>A place, by its Kemendagri code and name.</summary>
internal sealed record PlaceNode(
    [property: JsonPropertyName("dct:identifier")] string Code,
    [property: JsonPropertyName("rdfs:label")] string Name
)
{
    [JsonPropertyName("@type")]
    public string Type => "dct:Location";
}

/// <summary>From which to which day.</summary>
internal sealed record PeriodNode(
    [property: JsonPropertyName("dcat:startDate")] DateOnly Start,
    [property: JsonPropertyName("dcat:endDate")] DateOnly End
)
{
    [JsonPropertyName("@type")]
    public string Type => "dct:PeriodOfTime";
}
