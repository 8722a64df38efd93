namespace Coordination.Domain;

/// <summary>Collects what is wrong with a command while its decision goes through the rules.</summary>
internal sealed class Verdict
{
    private readonly List<Rejection> rejections = [];
    private readonly List<Warning> warnings = [];

    /// <summary>True once a rule is broken.</summary>
    internal bool IsRefused => rejections.Count > 0;

    /// <summary>Refuses with 422 when the rule is broken; answers whether it held.</summary>
    internal bool Require(bool holds, string code, string field, Sentence detail) =>
        Check(holds, RejectionKind.Rule, code, field, detail);

    /// <summary>Refuses with 409 when the stage is wrong; answers whether it was right.</summary>
    internal bool RequireStage(bool holds, string code, string field, Sentence detail) =>
        Check(holds, RejectionKind.Stage, code, field, detail);

    /// <summary>Refuses with 404 when what the path names does not exist; answers whether it does.</summary>
    internal bool RequireKnown(bool exists, string code, string field, Sentence detail) =>
        Check(exists, RejectionKind.Unknown, code, field, detail);

    internal void Warn(bool applies, string code, string field, Sentence detail)
    {
        if (applies)
            warnings.Add(new(code, field, detail));
    }

    /// <summary>Takes over what another decision has found.</summary>
    internal void Take(IEnumerable<Rejection> found, IEnumerable<Warning> told)
    {
        rejections.AddRange(found);
        warnings.AddRange(told);
    }

    /// <summary>The events when no rule is broken, else the rejections.</summary>
    internal Outcome<TEvent> Decide<TEvent>(Func<IReadOnlyList<TEvent>> events) =>
        IsRefused ? new() { Rejections = rejections } : new() { Events = events(), Warnings = warnings };

    private bool Check(bool holds, RejectionKind kind, string code, string field, Sentence detail)
    {
        if (!holds)
            rejections.Add(new(kind, code, field, Shortened(detail)));
        return holds;
    }

    /// <summary>A sentence names the value, which may be a megabyte.</summary>
    private static Sentence Shortened(Sentence detail)
    {
        const int most = 500;
        var text = detail.ToString();
        if (text.Length <= most)
            return detail;
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return Sentence.Of($"{text[..end]}…");
    }
}
