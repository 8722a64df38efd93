using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Pages.Forms;
using Coordination.Api.Pages.Proposing;
using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Meetings;
using Microsoft.Extensions.Primitives;

namespace Coordination.Api.Pages.Deciding;

/// <summary>A decision as it stands in its form.</summary>
/// <param name="What">What is decided.</param>
/// <param name="How">How it is taken, and why.</param>
/// <param name="Draft">The program that it begins, where it begins one.</param>
public sealed record DecisionInput(FormInput What, FormInput How, Proposal? Draft)
{
    private const string Places = "locations";

    /// <summary>Names what was tried: what is recorded is tried again when it is not that.</summary>
    internal string Digest => Answers.Digest(What.Body.ToJsonString());

    /// <summary>The form as it is first shown: with what the finding recommends.</summary>
    internal static DecisionInput Start(DecisionKind kind, DecisionSubject subject, string government)
    {
        var values = kind.Fields(subject)
            .Concat(DecisionFields.How(subject))
            .ToDictionary(field => field.Name, field => (StringValues)(field.Start?.Invoke(subject.Form) ?? ""));
        if (kind == DecisionKind.Adopt)
            values[Places] = subject.Finding is { Locations: { Count: > 0 } places }
                ? places.ToArray()
                : new[] { government };
        return Read(kind, subject, government, new FormCollection(values));
    }

    /// <summary>What was sent.</summary>
    internal static DecisionInput Read(
        DecisionKind kind,
        DecisionSubject subject,
        string government,
        IFormCollection form
    )
    {
        var how = FormInput.Read(DecisionFields.How(subject), subject.Form, form);
        var fields = kind.Fields(subject);
        var draft = kind == DecisionKind.Adopt ? Proposal.Read(fields, subject.Form, form) : null;
        var what = draft?.Input ?? FormInput.Read(fields, subject.Form, form);
        if (draft is not null)
        {
            what.Body["plan"] = subject.Meeting.Plan;
            what.Body["government"] = government;
            what = what.With(new() { ["draft"] = what.Body.DeepClone() });
        }
        if (kind == DecisionKind.Accept)
            what.Body["finding"] = subject.Finding?.Id;
        if (what.Body.Remove(DecisionFields.Merged, out var merged))
            what.Body["from"] = new JsonArray([
                .. merged!.AsArray().Where(id => $"{id}" != what.Values["into"]).Select(id => id!.DeepClone()),
            ]);
        what.Body["kind"] = kind.Name;
        return new(what, how, draft);
    }

    /// <summary>The decision, to be tried or taken; none of what cannot be read.</summary>
    internal Decision? ToDecision()
    {
        var body = What.Body.DeepClone().AsObject();
        if (How.Values["reason"] is { Length: > 0 } reason)
            body["reason"] = reason;
        return What.Errors.Count > 0 ? null : What.With(body).To(typeof(Decision)) as Decision;
    }

    internal RecordDecision ToCommand(Decision decision, string? finding) =>
        new(
            decision,
            How.Body["by"].Deserialize<DecisionBy>(CanonicalJson.Options),
            decision is Accept ? null : finding,
            How.Body["objections"] is JsonArray objections
                ? [.. objections.Select(objection => objection!.GetValue<string>())]
                : null
        );
}
