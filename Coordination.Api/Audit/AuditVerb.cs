using Coordination.Domain;

namespace Coordination.Api.Audit;

/// <summary>
/// <c>Coordination.Api audit verify [--head batch:digest]</c>: the verification without the service, for whoever has the database. Ends with
/// 0 when everything fits, else with 1.
/// </summary>
internal static class AuditVerb
{
    internal const string Noun = "audit";

    internal static async Task<int> RunAsync(string[] arguments, IServiceProvider services)
    {
        if (arguments is not ["verify"] and not ["verify", "--head", _])
            return await RefuseAsync("Usage: audit verify [--head batch:digest]");
        var desk = services.GetRequiredService<AuditDesk>();
        var (found, problem) = await desk.VerifyAsync(arguments.ElementAtOrDefault(2), CancellationToken.None);
        if (problem is not null)
            return await RefuseAsync(problem.Detail);
        await Console.Out.WriteLineAsync(found!.Sentence);
        return found.Intact ? 0 : 1;
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
