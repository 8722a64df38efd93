using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Api.EventStore;
using Coordination.Api.Http;
using Coordination.Api.Meetings;
using Coordination.Domain.Assessments;
using Coordination.Domain.Harmonization;
using Coordination.Domain.Harmonization.Decisions;
using Coordination.Domain.Harmonization.Findings;
using Coordination.Domain.Meetings;
using Coordination.Domain.Plans;
using Coordination.Domain.Programs;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Coordination.Api.OpenApi;

/// <summary>A meeting that finds the same work twice, decides to merge it, and gives somebody something to do.</summary>
internal static class MeetingExamples
{
    private const string Id = "19-2024-001";

    private static readonly ScheduleMeeting Schedule = new(
        "19-2024",
        "Rapat koordinasi SPBE triwulan II",
        new(2024, 7, 1),
        "Kantor Gubernur, Pangkalpinang",
        "Sekretaris Daerah Provinsi",
        Time: new(9, 0)
    );

    private static readonly RecordAttendance Attendance = new([
        new("Sri Wahyuni", "Kepala Dinas Kominfo", "19.05"),
        new("Budi Santoso", "BAKTI Komdigi"),
    ]);

    private static readonly RecordDecision Decision = new(
        new Merge("19.05-2024-7KQ2M") { From = ["19-2024-3HXVA"], Reason = "Pekerjaan yang sama di desa yang sama" },
        DecisionBy.Consensus
    );

    private static readonly AssignFollowUp FollowUp = new(
        "Terapkan TTE pada seluruh surat keterangan desa",
        "Kepala Bidang E-Government",
        "Dinas Komunikasi dan Informatika",
        new(2024, 9, 30),
        new ProgressReached("19.05-2024-7KQ2M", 100),
        "19.05"
    );

    private static readonly ReportFollowUp Report = new("Tiga dari empat desa sudah memakai", Done: false);

    private static readonly SealAddendum Addendum = new("Lampiran daftar hadir diperbaiki");

    internal static readonly IReadOnlyList<object> Asked =
    [
        Schedule,
        new ChangeAgenda([new("Tanda tangan elektronik desa direncanakan dua kali"), new("Lain-lain")]),
        new OpenMeeting(),
        Attendance,
        new RetryDecision("Kegiatan sudah dibuka kembali"),
        FollowUp,
        Report,
        new CloseMeeting(),
        Addendum,
    ];

    internal static void AddTo(
        Dictionary<string, string> examples,
        Plan plan,
        (SpbeProgram Program, SpbeProgram Twin, Assessment Assessment) of,
        IReadOnlyList<Finding> findings,
        DateTimeOffset now
    )
    {
        var programs = new[] { of.Program, of.Twin }.ToDictionary(program => program.Id, StringComparer.Ordinal);
        var day = Domain.JakartaTime.DayOf(now);
        var board = BoardMaker.Make(plan, Tally.Of(programs.Values), [of.Assessment], 12, day);
        var facts = new MeetingFacts(plan, now)
        {
            Findings = findings,
            Position = 12,
            Effects = DecisionEffects.Of(Decision.Decision, new(plan, programs, Meeting.NameOf(Id, 1), "", now)),
            Expected = of.Program,
        };
        var meeting = new IMeetingCommand[] { Schedule, new OpenMeeting(), Attendance, Decision, FollowUp, Report }
            .Append(new ApplyDecision(1, [new("19-2024-3HXVA", 2, 2), new("19.05-2024-7KQ2M", 6, 6)]))
            .Aggregate((Meeting?)null, (state, command) => Play(state, command, facts))!;
        var minutes = MinutesMaker.Make(
            meeting,
            board,
            board,
            [15],
            [new(16, "19-2024-3HXVA", 2, "program_merged"), new(17, "19.05-2024-7KQ2M", 6, "merged_program_received")],
            null
        );
        minutes = minutes with { Basis = Shortened(minutes.Basis), Closing = Shortened(minutes.Closing) };
        var text = MinutesReader.TextOf(minutes);
        facts = facts with { Version = 7, Minutes = new(7, new(17, day), text) };
        var closed = Play(Play(meeting, new CloseMeeting(), facts), Addendum, facts);
        var seal = new SealVerification(closed.Seal!.Digest, closed.Seal.Digest, true);
        examples[nameof(RecordDecision)] = JsonSerializer.Serialize(Decision, Deciding);
        examples[nameof(MeetingView)] = Write(MeetingView.Of(closed, 9, 20));
        examples["PageOfMeetingRow"] = Write(new Page<MeetingRow>([MeetingRow.Of(closed, 9, 20)], null));
        examples[nameof(MinutesView)] = Write(
            new MinutesView(Id, true, closed.Seal.Digest, JsonElement.Parse(text), closed.Addenda)
        );
        examples[nameof(MinutesVerification)] = Write(new MinutesVerification(Id, true, seal, [], []));
    }

    /// <summary>A decision is its kind's members and, beside them, how it was taken.</summary>
    internal static void Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Type != typeof(RecordDecision))
            return;
        schema.AllOf =
        [
            new OpenApiSchemaReference(nameof(Domain.Harmonization.Decisions.Decision), context.Document),
            new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string>(StringComparer.Ordinal) { "by" },
                Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                {
                    ["by"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        Enum = [.. Enum.GetValues<DecisionBy>().Select(by => (JsonNode)CanonicalJson.NameOf(by))],
                        Description = "How it was taken.",
                    },
                    ["finding"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String | JsonSchemaType.Null,
                        Description = "Id of the finding that it answers.",
                    },
                    ["objections"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array | JsonSchemaType.Null,
                        Items = new OpenApiSchema { Type = JsonSchemaType.String },
                        Description = "At most 50, each 3 to 5,000 characters.",
                    },
                },
            },
        ];
    }

    private static JsonSerializerOptions Deciding { get; } =
        new(CanonicalJson.Options)
        {
            DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
            Converters = { new RecordDecisionReader() },
        };

    private static Meeting Play(Meeting? state, IMeetingCommand command, MeetingFacts facts) =>
        MeetingDecider
            .Decide(state, command, facts)
            .Events.Aggregate(state, (before, next) => MeetingFold.Evolve(before, Id, next))!;

    private static MinutesFigures Shortened(MinutesFigures figures) =>
        figures with
        {
            Governments = [.. figures.Governments.Where(row => row.Programs > 0)],
        };

    private static string Write(object value) =>
        JsonSerializer.Serialize(value, value.GetType(), CanonicalJson.Options);
}
