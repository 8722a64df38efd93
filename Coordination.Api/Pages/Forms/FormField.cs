using Coordination.Api.Pages.Parts;
using Coordination.Domain.Programs;

namespace Coordination.Api.Pages.Forms;

/// <summary>What is typed into a field.</summary>
public enum FieldKind
{
    /// <summary>A line of text.</summary>
    Line,

    /// <summary>Several lines.</summary>
    Text,

    /// <summary>Rupiah.</summary>
    Money,

    /// <summary>A quantity or a percentage.</summary>
    Quantity,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>One of several.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A percentage that is sent as a rate of 0–1.</summary>
    Rate,

    /// <summary>Several texts, one a line.</summary>
    List,
}

/// <summary>A field of a form: its name is the path of the member that it fills, so that what is refused is said beside it.</summary>
/// <param name="Name">As JSON names the member: <c>schedule.end</c>.</param>
/// <param name="Kind">What is typed into it.</param>
/// <param name="IsRequired">Whether it may not be empty; of a member of something optional, that a neighbour is filled in says so.</param>
public sealed record FormField(string Name, FieldKind Kind, bool IsRequired = true)
{
    /// <summary>What there is to choose from.</summary>
    public Func<FormSubject, IReadOnlyList<Choice>>? Options { get; init; }

    /// <summary>What stands in it at first.</summary>
    public Func<FormSubject, string?>? Start { get; init; }

    /// <summary>Key of what it is called, where that is not the same wherever it stands.</summary>
    public string Text { get; init; } = $"field.{Name}";

    /// <summary>Whether it is seldom needed, and stands apart from the others.</summary>
    public bool IsDetail { get; init; }

    /// <summary>Whether it comes with the page and is not filled in.</summary>
    public bool IsHidden { get; init; }

    /// <summary>What it belongs to: <c>document</c> of <c>document.date</c>.</summary>
    internal string? Parent => Name.LastIndexOf('.') is var dot and > 0 ? Name[..dot] : null;
}

/// <summary>What a form is about.</summary>
/// <param name="Language">The reader's.</param>
/// <param name="Today">Today in Jakarta.</param>
/// <param name="Program">The program, where there is one.</param>
/// <param name="Part">Its line, request, payment or constraint.</param>
public sealed record FormSubject(Language Language, DateOnly Today, SpbeProgram? Program = null, string? Part = null);
