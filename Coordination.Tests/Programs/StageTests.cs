using Coordination.Domain;
using Coordination.Domain.Programs;

namespace Coordination.Tests.Programs;

/// <summary>
/// Which commands a status lets pass. After completion, and when cancelled, deferred or merged, only realisations, funding
/// corrections, grant decisions and constraint resolutions; on a completed program also reopening, relations and merging; on a
/// deferred one resumption and cancellation; and the same completion, deferral, cancellation or merger again.
/// </summary>
public class StageTests
{
    private const string Table = """
        command              planned  budgeted  in-progress  completed  deferred  cancelled  merged
        ReviseProgram        yes      yes       yes          -          -         -          -
        ReassignProgram      yes      yes       yes          -          -         -          -
        DeclareRelation      yes      yes       yes          yes        -         -          -
        WithdrawRelation     yes      yes       yes          yes        -         -          -
        BudgetProgram        yes      yes       yes          -          -         -          -
        RequestApbnSupport   yes      yes       yes          -          -         -          -
        WithdrawApbnSupport  yes      yes       yes          -          -         -          -
        ReportProgress       yes      yes       yes          -          -         -          -
        RaiseConstraint      yes      yes       yes          -          -         -          -
        RealiseFunds         yes      yes       yes          yes        yes       yes        yes
        CorrectRealisation   yes      yes       yes          yes        yes       yes        yes
        CorrectFunding       yes      yes       yes          yes        yes       yes        yes
        GrantApbnSupport     yes      yes       yes          yes        yes       yes        yes
        RejectApbnSupport    yes      yes       yes          yes        yes       yes        yes
        ResolveConstraint    yes      yes       yes          yes        yes       yes        yes
        CompleteProgram      yes      yes       yes          yes        -         -          -
        ReopenCompletion     -        -         -            yes        -         -          -
        DeferProgram         yes      yes       yes          -          yes       -          -
        ResumeProgram        -        -         -            -          yes       -          -
        CancelProgram        yes      yes       yes          -          yes       yes        -
        MergeProgram         yes      yes       yes          yes        -         -          yes
        """;

    private static readonly Dictionary<ProgramStatus, GivenProgram> Programs = new()
    {
        [ProgramStatus.Planned] = Given.Program(),
        [ProgramStatus.Budgeted] = Given.Program(Example.Budgeted),
        [ProgramStatus.InProgress] = Given.Program(Example.Budgeted, Example.Progressed),
        [ProgramStatus.Completed] = Given.Program(Example.Budgeted, Example.Completed),
        [ProgramStatus.Deferred] = Given.Program(Example.Budgeted, Example.Deferred),
        [ProgramStatus.Cancelled] = Given.Program(Example.Budgeted, Example.Cancelled),
        [ProgramStatus.Merged] = Given.Program(Example.Budgeted, Example.Merged),
    };

    public static TheoryData<string, ProgramStatus, bool> Pairs
    {
        get
        {
            var rows = Table.Split('\n').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
            var pairs = new TheoryData<string, ProgramStatus, bool>();
            foreach (var row in rows.Skip(1))
            {
                for (var i = 1; i < row.Length; i++)
                    pairs.Add(row[0], StatusOf(rows[0][i]), row[i] == "yes");
            }
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_status_lets_a_command_pass_or_not(string command, ProgramStatus status, bool passes)
    {
        var asked = Everything.ProgramCommands[command];

        Assert.Equal(passes, ProgramDecider.Allows(status, asked));

        var rejections = Programs[status].When(asked).Outcome.Rejections;
        Assert.Equal(
            passes ? [] : [RejectionKind.Stage],
            rejections.Where(rejection => rejection.Code == "program-stage").Select(rejection => rejection.Kind)
        );
    }

    [Fact]
    public void The_table_names_every_command_and_every_status()
    {
        var pairs = Pairs.Select(pair => pair.Data).ToList();

        Assert.Equal(
            Everything.NamesOf<IProgramCommand>().Where(name => name != nameof(PlanProgram)),
            pairs.Select(pair => pair.Item1).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal(Enum.GetValues<ProgramStatus>(), pairs.Select(pair => pair.Item2).Distinct());
    }

    [Fact]
    public void The_examples_stand_where_the_table_says() =>
        Assert.All(Programs, example => Assert.Equal(example.Key, example.Value.State.Status));

    private static ProgramStatus StatusOf(string name) =>
        Enum.Parse<ProgramStatus>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
