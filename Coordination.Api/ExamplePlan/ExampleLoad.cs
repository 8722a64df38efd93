using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Coordination.Api.EventStore;

namespace Coordination.Api.ExamplePlan;

/// <summary>That the example was begun in this database, and whether it was played to its end.</summary>
/// <param name="Id">The example's plan.</param>
/// <param name="Fingerprint">Of the commands: another version's example is not gone on with.</param>
/// <param name="IsComplete">Played to its end.</param>
internal sealed record ExampleLoad(string Id, string Fingerprint, bool IsComplete)
{
    internal static string FingerprintOf(IEnumerable<ExampleCommand> commands)
    {
        var text = new StringBuilder();
        foreach (var command in commands)
            text.Append(command.Key)
                .Append(JsonSerializer.Serialize(command.Command, command.Command.GetType(), CanonicalJson.Options));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
