using System.Globalization;
using Coordination.Domain.Programs;

namespace Coordination.Api.Programs;

/// <summary>The part of a program that a command is about stands in the address, not in what is sent.</summary>
internal static class CommandPart
{
    /// <summary>The command on that line, request, payment or constraint; as it is, where none is named.</summary>
    internal static IProgramCommand On(this IProgramCommand command, string? part) =>
        (command, part) switch
        {
            (_, null) => command,
            (CorrectFunding c, _) => c with { Line = part },
            (GrantApbnSupport c, _) => c with { Request = part },
            (RejectApbnSupport c, _) => c with { Request = part },
            (WithdrawApbnSupport c, _) => c with { Request = part },
            (CorrectRealisation c, _) => c with { Number = NumberOf(part) },
            (ResolveConstraint c, _) => c with { Constraint = part },
            _ => throw new InvalidOperationException($"'{command.GetType().Name}' is not about a part."),
        };

    /// <summary>What is no number is that of no payment.</summary>
    private static int NumberOf(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
