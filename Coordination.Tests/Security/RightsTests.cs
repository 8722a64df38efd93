using Coordination.Api.EventStore;
using Coordination.Api.Security;

namespace Coordination.Tests.Security;

/// <summary>
/// The table of rights, cell by cell: role × operation × government. What is expected is written down here once more, by hand, in the
/// words of those who asked for it.
/// </summary>
public sealed class RightsTests
{
    private static readonly string[] Reading =
    [
        "listPlans getPlan listDeferredPrograms getClosing getHarmonization getBoard getImplementation getConstraints "
            + "listFindings getComparison streamChanges listTasks",
        "listPrograms getProgram getProgramHistory getImportTemplate getCatalog listGovernments listLocations listPriorities listFundingSources",
        "listSubActivities listSpbeIndicators listNationalApplications listCentralAffairs listCoverage",
        "listMeetings getMeeting getMinutes getSealedMinutes verifyMinutes getCalendar",
        "getFunding listFundingLines listWaitingRequests listFundingAlarms getIndex listAssessments getAssessment",
        "listAuditEvents getFunding listFundingLines listWaitingRequests listFundingAlarms getIndex listAssessments getAssessment",
    ];

    /// <summary>Nothing is stored and nothing shown that is not asked for: an index of figures one brings.</summary>
    private const string OfEverybody = "signIn computeIndex";

    /// <summary>Questions that take much work.</summary>
    private const string Asking = "getVerification previewProgram reconcileFunding whatIf";

    /// <summary>Programs, relations, progress, constraints, completion, and the self-assessment of its government.</summary>
    private const string OfPlanner =
        "planProgram importPrograms reviseProgram declareRelation withdrawRelation reportProgress raiseConstraint resolveConstraint "
        + "completeProgram deferProgram resumeProgram cancelProgram assessIndicator assessIndicators submitAssessment";

    /// <summary>Funding and realisations of its government.</summary>
    private const string OfBudgetOfficer =
        "budgetProgram correctFunding realiseFunds realiseManyFunds correctRealisation";

    /// <summary>APBN support: the province's budget officer too.</summary>
    private const string OfApbn = "requestApbnSupport grantApbnSupport rejectApbnSupport withdrawApbnSupport";

    /// <summary>The province's coordinator for all of the province.</summary>
    private const string OfCoordinator =
        "openPlan changePlanTarget agreePlan closePlan reassignProgram reopenCompletion publishIndex reopenAssessment "
        + "reportCoverage acceptFinding reopenFinding scheduleMeeting changeAgenda openMeeting recordAttendance recordDecision "
        + "retryDecision assignFollowUp closeMeeting sealAddendum";

    /// <summary>What a follow-up has come to: the planner of whose task it is, or the province's coordinator.</summary>
    private const string OfPlannerOrCoordinator = "reportFollowUp";

    private const string OfEveryAccount = "signOut getMe changePassword";

    private const string OfAdmin = "listUsers getUser addUser changeUser";

    public static TheoryData<string> Operations => new(Rights.Operations);

    [Theory]
    [MemberData(nameof(Operations))]
    public void Each_role_may_what_is_its_own_in_its_own_government_and_nothing_else(string operation)
    {
        foreach (var role in Enum.GetValues<Role>())
        foreach (var (own, government) in Places())
        {
            var caller = new Caller("someone", [new(role, own)]);
            var refusal = IsIn(operation, OfEveryAccount, OfEverybody)
                ? Rights.Refuse(caller, operation, isReadingPublic: false)
                : Rights.Judge(caller, operation, [government]).Problem;
            Assert.True(
                IsExpected(role, own, government, operation) == refusal is null,
                $"{role} of {own}: {operation} in {government}"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Nobody_in_particular_may_nothing_but_sign_in_and_compute(string operation)
    {
        var refusal = Rights.Refuse(Caller.Anonymous, operation, isReadingPublic: false);
        Assert.Equal(IsIn(operation, OfEverybody) ? null : 401, refusal?.Status);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Reading_that_is_open_to_the_public_opens_nothing_but_views(string operation)
    {
        var refusal = Rights.Refuse(Caller.Anonymous, operation, isReadingPublic: true);
        Assert.Equal(IsIn(operation, OfEverybody) || IsIn(operation, Reading) ? null : 401, refusal?.Status);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_temporary_password_allows_nothing_but_changing_it(string operation)
    {
        var caller = new Caller("new", [new(Role.Coordinator, "19"), new(Role.Admin)], MustChangePassword: true);
        var refusal = Rights.Refuse(caller, operation, isReadingPublic: true);
        Assert.Equal(IsIn(operation, OfEverybody, "changePassword signOut") ? null : 403, refusal?.Status);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Without_a_role_one_does_not_even_read(string operation)
    {
        var refusal = Rights.Refuse(new("new", []), operation, isReadingPublic: false);
        Assert.Equal(IsIn(operation, OfEverybody, "changePassword signOut getMe") ? null : 403, refusal?.Status);
    }

    [Fact]
    public void What_is_not_in_the_table_nobody_may_do()
    {
        var everything = new Caller("root", [.. Enum.GetValues<Role>().Select(role => new RoleGrant(role, "19"))]);
        Assert.Equal(403, Rights.Refuse(everything, "somethingNew", isReadingPublic: true)?.Status);
        Assert.Equal(403, Rights.Refuse(Caller.Anonymous, "", isReadingPublic: true)?.Status);
    }

    [Fact]
    public void Governments_compare_by_whole_segments()
    {
        Assert.False(new RoleGrant(Role.Coordinator, "19.0").Covers("19.01", inItsProvince: true));
        Assert.False(new RoleGrant(Role.Coordinator, "1").Covers("19", inItsProvince: true));
        Assert.False(new RoleGrant(Role.Coordinator, "").Covers("19", inItsProvince: true));
        Assert.False(new RoleGrant(Role.Coordinator, null).Covers("19", inItsProvince: true));
        Assert.True(new RoleGrant(Role.Coordinator, "19").Covers("19.01", inItsProvince: true));
    }

    [Fact]
    public void One_role_must_cover_every_government_concerned()
    {
        var ofBoth = new Caller("ofBoth", [new(Role.Coordinator, "19.05"), new(Role.Coordinator, "19.01")]);
        Assert.Equal(403, Rights.Judge(ofBoth, "reassignProgram", ["19.05", "19.01"]).Problem?.Status);
        var ofProvince = new Caller("ofProvince", [new(Role.Coordinator, "19")]);
        Assert.Equal(new(Role.Coordinator, "19"), Rights.Judge(ofProvince, "reassignProgram", ["19.05", "19.01"]).By);
    }

    [Fact]
    public void An_admin_of_a_government_has_no_say_over_who_has_roles_elsewhere()
    {
        var admin = new Caller("admin.05", [new(Role.Admin, "19.05")]);
        Assert.Null(Rights.Judge(admin, "changeUser", ["19.05"]).Problem);
        Assert.Equal(403, Rights.Judge(admin, "changeUser", ["19.05", "19.01"]).Problem?.Status);
        Assert.Equal(403, Rights.Judge(admin, "changeUser", [null]).Problem?.Status);
        Assert.Null(Rights.Judge(new("admin", [new(Role.Admin)]), "changeUser", ["19.05", null]).Problem);
    }

    [Fact]
    public void A_refusal_says_who_may()
    {
        var refusal = Rights.Judge(new("siti", [new(Role.Planner, "19.05")]), "planProgram", ["19.01"]).Problem;
        Assert.Equal("'planProgram' is for planner of 19.01; 'siti' is planner of 19.05.", refusal?.Detail);
    }

    /// <summary>Its own, another one's, one of its province's, and its province's.</summary>
    private static IEnumerable<(string Own, string Government)> Places() =>
        [("19.05", "19.05"), ("19.05", "19.01"), ("19", "19.05"), ("19.05", "19"), ("19", "19")];

    internal static bool IsExpected(Role role, string own, string government, string operation)
    {
        var isOwn = own == government;
        var isInProvince = own == "19";
        return IsIn(operation, OfEveryAccount, OfEverybody, Asking)
            || IsIn(operation, Reading)
            || (role == Role.Planner && isOwn && IsIn(operation, OfPlanner))
            || (role == Role.BudgetOfficer && isOwn && IsIn(operation, OfBudgetOfficer))
            || (role == Role.BudgetOfficer && (isOwn || isInProvince) && IsIn(operation, OfApbn))
            || (role == Role.Coordinator && (isOwn || isInProvince) && IsIn(operation, OfCoordinator))
            || (role == Role.Planner && isOwn && IsIn(operation, OfPlannerOrCoordinator))
            || (role == Role.Coordinator && (isOwn || isInProvince) && IsIn(operation, OfPlannerOrCoordinator))
            || (role == Role.Admin && isOwn && IsIn(operation, OfAdmin));
    }

    private static bool IsIn(string operation, params string[] lists) =>
        lists.SelectMany(list => list.Split(' ')).Contains(operation);
}
