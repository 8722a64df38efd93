using System.Text.Json;
using Coordination.Api.Meetings;
using Coordination.Domain;
using Coordination.Domain.Meetings;
using CsCheck;

namespace Coordination.Tests.Meetings;

public class SealTests
{
    private static readonly GivenMeeting Open = Given
        .Meeting(MeetingExample.Opened)
        .Knowing(facts => facts with { Minutes = MeetingExample.Draft });

    private static readonly GivenMeeting Closed = Given.Meeting(MeetingExample.Opened, MeetingExample.Closed);

    /// <summary>Everything that minutes may tell.</summary>
    private static readonly Minutes All = MinutesMaker.Make(
        MeetingFold.Replay(
            MeetingExample.Id,
            MeetingExample.Events.Where(e => e is not (MeetingClosed or AddendumSealed or DecisionRetried))
        )!,
        Boards.Of(Given.Program(Example.Budgeted, Example.Realised).State),
        Boards.Of(Given.Program(Example.Budgeted, Example.Progressed).State),
        [44],
        [new(45, Example.Id, 3, "program_cancelled"), new(46, "19-2024-AAAAA", 3, "program_cancelled")],
        new(7, "0a1b", 43)
    );

    [Fact]
    public void Closing_seals_the_minutes()
    {
        Open.When(new CloseMeeting()).Then(MeetingExample.Closed);
        Closed.When(new CloseMeeting()).ThenNothing();
        Given.Meeting().When(new CloseMeeting()).ThenRefused("meeting-not-open", "status", RejectionKind.Stage);
    }

    [Fact]
    public void It_waits_for_what_is_being_applied_but_not_for_what_failed()
    {
        var pending = Given.Meeting(MeetingExample.Opened, MeetingExample.Recorded);
        pending.When(new CloseMeeting()).ThenRefused("decisions-applying", "decisions", RejectionKind.Stage);
        Given
            .Meeting(MeetingExample.Opened, MeetingExample.Recorded, MeetingExample.Failed)
            .Knowing(facts => facts with { Minutes = MeetingExample.Draft with { Version = 4 } })
            .When(new CloseMeeting())
            .Then(MeetingExample.Closed);
    }

    [Fact]
    public void Minutes_of_before_the_last_event_are_not_sealed()
    {
        Given
            .Meeting(MeetingExample.Opened, MeetingExample.Attended)
            .Knowing(facts => facts with { Minutes = MeetingExample.Draft })
            .When(new CloseMeeting())
            .ThenRefused("meeting-went-on", "status", RejectionKind.Stage);
        Given
            .Meeting(MeetingExample.Opened)
            .When(new CloseMeeting())
            .ThenRefused("meeting-went-on", "status", RejectionKind.Stage);
    }

    [Fact]
    public void An_addendum_has_a_seal_that_names_the_one_before()
    {
        var add = new SealAddendum(" Daftar hadir ");
        Closed.When(add).Then(MeetingExample.Added);
        var second = (AddendumSealed)
            Given.Meeting(MeetingExample.Opened, MeetingExample.Closed, MeetingExample.Added).When(add).Accepted()[0];
        Assert.Equal(2, second.Number);
        Assert.Contains(MeetingExample.Added.Digest, second.Sealed, StringComparison.Ordinal);
        Open.When(add).ThenRefused("meeting-not-closed", "status", RejectionKind.Stage);
        Closed.When(new SealAddendum("")).ThenRefused("text-length", "text");
    }

    [Fact]
    public void The_form_is_this_to_the_byte()
    {
        var value = JsonElement.Parse(
            """{ "b": [1.50, true, null, "é\u0001\n\t\"\\/<\u2028\ud83d\ude00"], "a": {}, "B": 100000000000000 }"""
        );
        Assert.Equal(
            "{\"B\":100000000000000,\"a\":{},\"b\":[1.50,true,null,\"é\\u0001\\n\\t\\\"\\\\/<\u2028😀\"]}",
            SealedForm.Of(value)
        );
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", SealedForm.DigestOf("abc"));
    }

    [Fact]
    public void Minutes_of_the_first_form_are_these_for_ever() =>
        Assert.Equal(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contracts", "sealed-minutes.json")).TrimEnd(),
            MinutesReader.TextOf(All)
        );

    [Fact]
    public void A_change_of_any_member_changes_the_seal()
    {
        var text = MinutesReader.TextOf(All);
        var leaves = Leaves(JsonElement.Parse(text)).Distinct().ToList();
        Assert.True(leaves.Count > 50);
        Gen.Int[0, leaves.Count - 1]
            .Select(Gen.String[Gen.Char['a', 'z'], 1, 5])
            .Sample(
                (at, other) =>
                {
                    var changed = text.Replace(leaves[at], JsonSerializer.Serialize(other), StringComparison.Ordinal);
                    return changed == text || SealedForm.DigestOf(changed) != SealedForm.DigestOf(text);
                },
                iter: 200
            );
    }

    [Fact]
    public void The_order_in_which_members_are_kept_does_not_matter()
    {
        var text = MinutesReader.TextOf(All);
        Assert.Equal(text, SealedForm.Of(JsonElement.Parse(text)));
        Assert.Equal(text, SealedForm.Of(Reversed(JsonElement.Parse(text))));
    }

    [Fact]
    public void Where_two_are_apart_is_told_by_the_deepest_member()
    {
        var one = JsonElement.Parse("""{"a":{"b":[1,{"c":"x"}]},"d":1}""");
        var other = JsonElement.Parse("""{"a":{"b":[1,{"c":"y"},2]},"e":1}""");
        Assert.Equal(
            ["a.b[1].c", "a.b[2]", "d", "e"],
            JsonDifference.Of(one, other).Select(difference => difference.Path)
        );
        Assert.Empty(JsonDifference.Of(one, one));
    }

    private static IEnumerable<string> Leaves(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Leaves(member.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Leaves),
            _ => [value.GetRawText()],
        };

    private static JsonElement Reversed(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => JsonSerializer.SerializeToElement(
                value.EnumerateObject().Reverse().ToDictionary(member => member.Name, member => Reversed(member.Value))
            ),
            JsonValueKind.Array => JsonSerializer.SerializeToElement(value.EnumerateArray().Select(Reversed)),
            _ => value,
        };
}
