using Coordination.Api.Commands;

namespace Coordination.Api.Pages.Forms;

/// <summary>
/// Every form that is a command carries an id, made with the page: sending it twice, by a second click or after a lost connection, is
/// carried out once. It is the idempotency key of the API.
/// </summary>
internal static class CommandId
{
    internal const string Field = "command";

    internal static string New() => $"{Guid.NewGuid():N}";

    /// <summary>The id that a form came with, or none when it was not made here.</summary>
    internal static string? Of(IFormCollection form) =>
        Guid.TryParseExact($"{form[Field]}", "N", out var id) ? $"{id:N}" : null;

    internal static CommandContext With(this CommandContext context, string id) => context with { IdempotencyKey = id };
}
