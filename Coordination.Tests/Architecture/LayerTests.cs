using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Coordination.Domain.Programs;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using ArchitectureModel = ArchUnitNET.Domain.Architecture;

namespace Coordination.Tests.Architecture;

/// <summary>
/// One way only: request → endpoint → decider → events → store → projection → view → answer. That the Domain has no clock, no ids and
/// no I/O is held by the compiler: BannedSymbols.txt.
/// </summary>
public sealed class LayerTests
{
    private static readonly ArchitectureModel Model = new ArchLoader()
        .LoadAssemblies(typeof(SpbeProgram).Assembly, typeof(Program).Assembly)
        .Build();

    private static readonly string[] Features =
    [
        "Programs",
        "Plans",
        "Assessments",
        "Audit",
        "Coverage",
        "Harmonization",
        "Meetings",
        "Funding",
        "Reference",
        "Catalog",
    ];

    /// <summary>What the features stand on, and which must not know them.</summary>
    private static readonly string[] Ground =
    [
        "Commands",
        "EventChain",
        "EventStore",
        "Http",
        "Projections",
        "Tables",
        "Security",
        "EmbeddedPostgres",
    ];

    public static TheoryData<string, string> FeaturePairs =>
        new(from one in Features from other in Features where one != other select (one, other));

    public static TheoryData<string, string> GroundPairs =>
        new(from one in Ground from other in Features select (one, other));

    public static TheoryData<string> All => new(Features.Concat(Ground));

    [Theory]
    [MemberData(nameof(FeaturePairs))]
    public void No_feature_knows_another(string one, string other) => AssertApart(one, other);

    [Theory]
    [MemberData(nameof(GroundPairs))]
    public void The_ground_knows_no_feature(string one, string other) => AssertApart(one, other);

    /// <summary>Who may do what stands in one table: an endpoint names its operation, and a command the governments it concerns.</summary>
    [Theory]
    [InlineData("Programs")]
    [InlineData("Plans")]
    [InlineData("Harmonization")]
    [InlineData("Reference")]
    public void No_feature_decides_on_rights(string feature) => AssertApart(feature, "Security");

    /// <summary>Pages read views and bring commands, as any client does; nothing is made for them alone.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Nobody_knows_the_pages(string one) => AssertApart(one, "Pages");

    [Theory]
    [InlineData("Coordination.Api")]
    [InlineData("Marten")]
    [InlineData("Npgsql")]
    [InlineData("Wolverine")]
    [InlineData("Microsoft.AspNetCore")]
    public void The_domain_stands_alone(string outside) =>
        Assert.DoesNotContain(
            typeof(SpbeProgram).Assembly.GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith(outside, StringComparison.Ordinal)
        );

    private static void AssertApart(string one, string other) =>
        Types()
            .That()
            .ResideInNamespace($"Coordination.Api.{one}")
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespace($"Coordination.Api.{other}"))
            .WithoutRequiringPositiveResults()
            .Check(Model);
}
