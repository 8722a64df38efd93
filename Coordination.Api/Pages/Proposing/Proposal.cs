using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Pages.Forms;
using Coordination.Domain.Programs;

namespace Coordination.Api.Pages.Proposing;

/// <summary>An SPBE indicator that is lifted, as it was chosen.</summary>
public sealed record LiftChoice(string Number, string Level);

/// <summary>A proposal, or a revision, as it stands in its form.</summary>
/// <param name="Input">What was typed.</param>
/// <param name="Places">Codes of the places that are ticked.</param>
/// <param name="Lifts">The indicators that are chosen.</param>
public sealed record Proposal(FormInput Input, IReadOnlySet<string> Places, IReadOnlyList<LiftChoice> Lifts)
{
    private const string PlacesName = "locations";
    private const string LiftsName = "spbeIndicators";
    private const int UsualLifts = 3;

    /// <summary>Names what was checked: what is sent is looked at again when it is not that.</summary>
    internal string Digest => Answers.Digest(Input.Body.ToJsonString());

    /// <summary>An empty form.</summary>
    internal static Proposal Start(FormSubject subject) =>
        new(FormInput.Start(ProposalFields.OfProposal, subject), new HashSet<string>(), Padded([]));

    /// <summary>A form with what a program says now.</summary>
    internal static Proposal Of(ProgramDetails details, FormSubject subject)
    {
        var said = JsonSerializer.SerializeToNode(details, CanonicalJson.Options)!;
        var values = ProposalFields.OfRevision.ToDictionary(
            field => field.Name,
            field => Written(field, At(said, field.Name), subject.Language)
        );
        return new(
            new(values, []),
            details.Locations.ToHashSet(StringComparer.Ordinal),
            Padded(details.SpbeIndicators.Select(lift => new LiftChoice($"{lift.Number}", $"{lift.Level}")))
        );
    }

    /// <summary>What was sent.</summary>
    internal static Proposal Read(IReadOnlyList<FormField> fields, FormSubject subject, IFormCollection form)
    {
        var input = FormInput.Read(fields, subject, form);
        var errors = input.Errors.ToList();
        string[] places = [.. form[PlacesName].OfType<string>()];
        if (places.Length == 0)
            errors.Add(new(PlacesName, subject.Language["error.no-places"]));
        input.Body[PlacesName] = new JsonArray([.. places.Select(code => JsonValue.Create(code))]);
        List<LiftChoice> lifts =
        [
            .. form[$"{LiftsName}.number"]
                .Zip(form[$"{LiftsName}.level"], (number, level) => new LiftChoice($"{number}", $"{level}"))
                .Where(lift => lift.Number.Length > 0),
        ];
        var whole = lifts.Select(lift => (Number: Whole(lift.Number), Level: Whole(lift.Level))).ToList();
        if (whole.Exists(lift => lift.Number is null || lift.Level is null))
            errors.Add(new(LiftsName, subject.Language["error.lift-level"]));
        input.Body[LiftsName] = new JsonArray([
            .. whole.Select(lift => new JsonObject { ["number"] = lift.Number ?? 0, ["level"] = lift.Level ?? 0 }),
        ]);
        return new(input with { Errors = errors }, places.ToHashSet(StringComparer.Ordinal), Padded(lifts));
    }

    private static List<LiftChoice> Padded(IEnumerable<LiftChoice> lifts)
    {
        var all = lifts.ToList();
        do all.Add(new("", ""));
        while (all.Count < UsualLifts);
        return all;
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    private static JsonNode? At(JsonNode? node, string path) =>
        path.Split('.').Aggregate(node, (inner, name) => inner?[name]);

    private static string Written(FormField field, JsonNode? value, Language language) =>
        (field.Kind, value) switch
        {
            (_, null) => "",
            (FieldKind.Money, _) => language.Number(value.GetValue<decimal>()),
            (FieldKind.Flag, _) => value.GetValue<bool>() ? "true" : "",
            _ => $"{value}",
        };
}
