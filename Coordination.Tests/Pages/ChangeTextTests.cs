using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Coordination.Api.EventStore;
using Coordination.Api.Meetings;
using Coordination.Api.Pages;
using Coordination.Api.Pages.Parts;
using Coordination.Api.Programs;
using Coordination.Domain;
using Coordination.Domain.Assessments;
using Coordination.Domain.Coverage;
using Coordination.Domain.Plans;

namespace Coordination.Tests.Pages;

/// <summary>Whatever an event can change has a name and, where it is one of a few, words for each, in both languages.</summary>
public sealed class ChangeTextTests
{
    /// <summary>What is told of the history of each kind of stream.</summary>
    private static readonly Type[] Shown =
    [
        typeof(ProgramView),
        typeof(Plan),
        typeof(MeetingView),
        typeof(Assessment),
        typeof(LocationCoverage),
    ];

    private static readonly JsonSerializerOptions Written = new(CanonicalJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>No changes: places in a history, and what the answer to a command tells besides.</summary>
    private static readonly HashSet<string> Besides = ["version", "position", "part", "warnings", "findings"];

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public void Every_field_that_can_change_has_a_name(string code)
    {
        var language = Of(code);
        Assert.DoesNotContain(
            Leaves().Select(leaf => leaf.Path).Distinct(),
            path => ChangeText.NameOf(path, language).Split(" › ").Any(part => path.Split('.').Contains(part))
        );
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public void Every_choice_that_can_change_has_words(string code)
    {
        var language = Of(code);
        Assert.DoesNotContain(
            Leaves()
                .SelectMany(leaf => ChoicesOf(leaf.Type).Select(choice => (leaf.Path, Choice: choice)))
                .Select(leaf => $"value.{leaf.Path.Split('.')[^1].Split('[')[0]}.{leaf.Choice}")
                .Distinct(),
            key => language.Find(key) is null
        );
    }

    [Theory]
    [InlineData("funding[1].amount", "1250000000", "Baris dana 2 › Jumlah", "Rp1.250.000.000")]
    [InlineData("schedule.end", "\"2024-11-24\"", "Selesai", "24 Nov 2024")]
    [InlineData("status", "\"in-progress\"", "Status", "berjalan")]
    [InlineData("target.rate", "0.825", "Target › Target (%)", "82,5%")]
    [InlineData("locations[0]", "\"19.05.01.2004\"", "Lokasi 1", "Air Putih")]
    [InlineData("government", "\"19.05\"", "Pemerintah daerah", "Kabupaten Bangka Barat")]
    [InlineData("time", "\"09:00:00\"", "Pukul (WIB)", "09.00 WIB")]
    [InlineData("levels.17", "3", "Tingkat indikator › 17", "3")]
    [InlineData("completion.evidence", "\"BAST 12/2024\"", "Penyelesaian › Bukti", "BAST 12/2024")]
    public void A_change_is_told_in_words_and_figures_of_the_reader(string path, string json, string name, string value)
    {
        Assert.Equal(name, ChangeText.NameOf(path, Language.Indonesian));
        using var document = JsonDocument.Parse(json);
        Assert.Equal(value, ChangeText.ValueOf(path, document.RootElement, Language.Indonesian));
    }

    private static Language Of(string code) => code == "id" ? Language.Indonesian : Language.English;

    private static IEnumerable<string> ChoicesOf(Type type) =>
        type.IsEnum ? Enum.GetValues(type).Cast<Enum>().Select(CanonicalJson.NameOf) : [];

    private static IEnumerable<(string Path, Type Type)> Leaves() =>
        Shown.SelectMany(type => Properties(type).SelectMany(one => LeavesOf(one.Name, one.PropertyType)));

    private static IEnumerable<(string Path, Type Type)> LeavesOf(string path, Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var info = Written.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => LeavesOf($"{path}[0]", info.ElementType!),
            JsonTypeInfoKind.Dictionary => LeavesOf(path, info.ElementType!),
            JsonTypeInfoKind.Object => KindsOf(info)
                .SelectMany(Properties)
                .SelectMany(one => LeavesOf($"{path}.{one.Name}", one.PropertyType)),
            _ => [(path, type)],
        };
    }

    private static IEnumerable<Type> KindsOf(JsonTypeInfo info) =>
        [info.Type, .. info.PolymorphismOptions?.DerivedTypes.Select(one => one.DerivedType) ?? []];

    private static IEnumerable<JsonPropertyInfo> Properties(Type type) =>
        Written
            .GetTypeInfo(type)
            .Properties.Where(property => property.Get is not null && !Besides.Contains(property.Name));
}
