using Coordination.Domain;

namespace Coordination.Tests;

/// <summary>What a decider answered, and what a specification says of it.</summary>
internal sealed class Answer<TEvent>(Outcome<TEvent> outcome)
    where TEvent : notnull
{
    internal Outcome<TEvent> Outcome { get; } = outcome;

    /// <summary>The events of a command that must be accepted.</summary>
    internal IReadOnlyList<TEvent> Accepted()
    {
        Assert.True(Outcome.IsAccepted, string.Join('\n', Outcome.Rejections));
        return Outcome.Events;
    }

    /// <summary>Accepted with exactly these events.</summary>
    internal Answer<TEvent> Then(params IEnumerable<TEvent> events)
    {
        Assert.Equal(events.Select(expected => Json.Of(expected)), Accepted().Select(actual => Json.Of(actual)));
        return this;
    }

    /// <summary>Accepted, and nothing is new: the command has already taken effect.</summary>
    internal void ThenNothing() => Assert.Empty(Accepted());

    /// <summary>Accepted with exactly these warnings.</summary>
    internal void ThenWarned(params IEnumerable<string> codes)
    {
        Accepted();
        Assert.Equal(codes, Outcome.Warnings.Select(warning => warning.Code));
        Assert.All(Outcome.Warnings, warning => AssertIsSentence(warning.Detail));
    }

    /// <summary>Accepted, and there is nothing to say.</summary>
    internal void ThenNotWarned() => ThenWarned([]);

    /// <summary>Refused for this one rule, with 422 unless said otherwise; nothing is stored.</summary>
    internal void ThenRefused(string code, string field, RejectionKind kind = RejectionKind.Rule)
    {
        ThenRefusedFor((code, field));
        Assert.Equal(kind, Outcome.Rejections[0].Kind);
    }

    /// <summary>Refused for exactly these broken rules, all at once, in any order.</summary>
    internal void ThenRefusedFor(params IEnumerable<(string Code, string Field)> rules)
    {
        Assert.False(Outcome.IsAccepted, "The command was accepted.");
        Assert.Empty(Outcome.Events);
        Assert.Equal(rules.Order(), Outcome.Rejections.Select(rejection => (rejection.Code, rejection.Field)).Order());
        Assert.All(Outcome.Rejections, rejection => AssertIsSentence(rejection.Detail));
    }

    private static void AssertIsSentence(string detail)
    {
        Assert.EndsWith(".", detail, StringComparison.Ordinal);
        Assert.True(detail.Split(' ').Length > 3, detail);
    }
}
