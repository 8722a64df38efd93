using Coordination.Domain.Coverage;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Findings;

namespace Coordination.Tests.Harmonization;

/// <summary>The findings about single programs of the example, against what a person expects; each run prints what differs.</summary>
public sealed class ExampleFindingsTests(ITestOutputHelper output)
{
    private static readonly DateOnly Day = new(2024, 12, 31);

    private static readonly Lazy<IReadOnlyList<Finding>> All = new(() =>
        Harmonizer.Find(
            Example.Plan,
            ExamplePrograms.AtTheEnd.Values,
            new(LabelFile.Read<CoverageReport>("example-coverage.csv"), Day),
            Day
        )
    );

    [Fact]
    public void National_applications_built_anew_are_those_labelled() =>
        AssertFound(
            LabelFile.Read<LabelledApplication>("example-national-duplicates.csv").Select(label => label.Ref),
            FindingKind.NationalDuplicate
        );

    [Fact]
    public void The_national_application_is_named() =>
        Assert.All(
            LabelFile.Read<LabelledApplication>("example-national-duplicates.csv"),
            label =>
                Assert.Contains(
                    All.Value,
                    finding =>
                        finding.Kind == FindingKind.NationalDuplicate
                        && finding.Programs[0] == ExamplePrograms.AtTheEnd[label.Ref].Id
                        && finding
                            .Evidence.Reasons[1]
                            .ToString()
                            .StartsWith(label.Application, StringComparison.Ordinal)
                )
        );

    [Fact]
    public void Central_affairs_are_those_labelled() =>
        AssertFound(
            LabelFile.Read<LabelledProgram>("example-authority.csv").Select(label => label.Ref),
            FindingKind.Authority
        );

    [Theory]
    [InlineData("funding-gap", FindingKind.FundingGap)]
    [InlineData("double-funding", FindingKind.DoubleFunding)]
    [InlineData("prerequisite", FindingKind.Prerequisite)]
    public void Other_findings_are_those_labelled(string label, FindingKind kind) =>
        AssertFound(
            LabelFile
                .Read<LabelledFinding>("example-other-findings.csv")
                .Where(row => row.Kind == label)
                .Select(row => row.Ref),
            kind
        );

    private void AssertFound(IEnumerable<string> expected, FindingKind kind)
    {
        var refs = ExamplePrograms.AtTheEnd.ToDictionary(entry => entry.Value.Id, entry => entry.Key);
        // A DPA covers an office: that two programs share one is listed as low, and no label expects it.
        var found = All
            .Value.Where(finding => finding.Kind == kind)
            .Where(finding => (kind, finding.Severity) != (FindingKind.DoubleFunding, FindingSeverity.Low))
            .SelectMany(finding => finding.Programs.Select(program => (Ref: refs[program], Finding: finding)))
            .ToList();
        foreach (var (program, finding) in found.Where(entry => !expected.Contains(entry.Ref)))
            output.WriteLine($"too many: {program} {string.Join(' ', finding.Evidence.Reasons)}");
        Assert.Equal(expected.Order(), found.Select(entry => entry.Ref).Distinct().Order());
    }

    public sealed record LabelledApplication(string Ref, string Application, string Reason);

    public sealed record LabelledProgram(string Ref, string Reason);
}
