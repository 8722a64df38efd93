using Coordination.Api.ExamplePlan;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

/// <summary>A planner is told at once what findings will say of the work itself; it is no error.</summary>
public class WorkWarningTests
{
    private static readonly PlanProgram Tower = Command.Plan with
    {
        Title = "Pembangunan menara BTS di Desa Belo Laut",
        Description = "Membangun menara BTS untuk layanan seluler umum.",
    };

    private static readonly PlanProgram Archive = Command.Plan with
    {
        Title = "Aplikasi arsip dinamis Kabupaten Bangka Barat",
        Description = "Membangun aplikasi kearsipan bagi seluruh perangkat daerah.",
    };

    [Fact]
    public void Work_of_the_centre_is_warned_of_when_planned_and_when_revised()
    {
        Given.NoProgram.When(Tower).ThenWarned("authority");
        Given
            .Program()
            .When(Command.Revise with { Title = Tower.Title, Description = Tower.Description })
            .ThenWarned("authority");
    }

    [Fact]
    public void So_is_an_application_that_a_national_one_makes_needless()
    {
        var answer = Given.NoProgram.When(Archive);

        answer.ThenWarned("national-duplicate");
        Assert.StartsWith("SRIKANDI already does ", answer.Outcome.Warnings[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Helping_the_centre_and_using_its_application_are_not() =>
        Assert.All(
            (PlanProgram[])
                [
                    Command.Plan,
                    Tower with
                    {
                        Title = "Penyiapan lahan menara BTS BAKTI",
                    },
                    Archive with
                    {
                        Title = "Pelatihan aplikasi SRIKANDI bagi arsiparis",
                        Description = "Pelatihan pengelolaan arsip dinamis dengan SRIKANDI.",
                    },
                ],
            command => Given.NoProgram.When(command).ThenNotWarned()
        );

    [Fact]
    public void What_is_refused_is_answered_without_warnings() =>
        Given.NoProgram.When(Tower with { EstimatedCost = 0 }).ThenRefused("amount-invalid", "estimatedCost");

    [Fact]
    public void The_warnings_of_every_proposal_of_the_example_are_its_findings()
    {
        var warned = ExampleCommands
            .All()
            .Where(given => given.Command is PlanProgram)
            .SelectMany(given =>
                ProgramDecider
                    .Decide(
                        (PlanProgram)given.Command with
                        {
                            Relations = [],
                        },
                        new(Example.Plan, new HashSet<string>())
                    )
                    .Warnings.Select(warning => $"{warning.Code} {given.Subject}")
            )
            .Where(warning =>
                warning.StartsWith("authority", StringComparison.Ordinal)
                || warning.StartsWith("national", StringComparison.Ordinal)
            );
        var planned = ExamplePrograms.AtTheEnd.Values.Select(program =>
            program with
            {
                Deferral = null,
                CancellationReason = null,
            }
        );
        var found = Harmonizer
            .Find(Example.Plan, planned, Coordination.Domain.Coverage.CoverageMap.Unknown, Example.Today)
            .Where(finding => finding.Kind is FindingKind.Authority or FindingKind.NationalDuplicate)
            .Select(finding =>
                $"{(finding.Kind == FindingKind.Authority ? "authority" : "national-duplicate")} {finding.Programs[0]}"
            );
        Assert.Equal(found.Order(StringComparer.Ordinal), warned.Order(StringComparer.Ordinal));
    }
}
