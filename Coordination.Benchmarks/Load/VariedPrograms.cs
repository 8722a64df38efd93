using System.Text.Json;
using Coordination.Api.EventStore;
using Coordination.Api.ExamplePlan;
using Coordination.Domain.Programs;
using Coordination.Domain.Reference;

namespace Coordination.Benchmarks.Load;

/// <summary>
/// Proposals as a whole province would make them: the example's texts, spread over governments and villages, so that some overlap and
/// most do not. The same number is always the same proposal.
/// </summary>
internal sealed class VariedPrograms(int year)
{
    private const int LocalOf = 3;

    private static readonly List<PlanProgram> Texts =
    [
        .. ExampleCommands.All().Select(command => command.Command).OfType<PlanProgram>(),
    ];

    private static readonly List<Government> Governments = [.. Government.Within("19")];

    private static readonly ILookup<string, string> Villages = Location
        .All.Where(location => location.Level is LocationLevel.Village or LocationLevel.UrbanVillage)
        .Select(location => location.Code)
        .ToLookup(code => Governments.Last(government => Location.Contains(government.Code, code)).Code);

    internal byte[] this[int number] => JsonSerializer.SerializeToUtf8Bytes(ProposalOf(number), CanonicalJson.Options);

    private PlanProgram ProposalOf(int number)
    {
        var (text, government) = (Texts[number % Texts.Count], Governments[number * 31 % Governments.Count]);
        var villages = (
            government.Code == "19" ? Villages.SelectMany(group => group) : Villages[government.Code]
        ).ToList();
        return text with
        {
            Plan = $"19-{year}",
            Government = government.Code,
            // Every third is for all of its government.
            Locations = [number % LocalOf == 0 ? government.Code : villages[number * 7919 % villages.Count]],
            Schedule = text.Schedule with { Start = InYear(text.Schedule.Start), End = InYear(text.Schedule.End) },
            Reference = null,
            Relations = [],
        };
    }

    private DateOnly InYear(DateOnly day) => day.AddYears(year - 2024);
}
