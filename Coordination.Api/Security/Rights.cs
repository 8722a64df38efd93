using System.Collections.Frozen;
using Coordination.Api.Http;
using Coordination.Domain.Reference;

namespace Coordination.Api.Security;

/// <summary>Who may do what, by operation: the one table. What is not in it nobody may do.</summary>
internal static class Rights
{
    private static readonly FrozenDictionary<string, Right> ByOperation = new (Right Right, string[] Operations)[]
    {
        (Right.Open, ["signIn", "computeIndex"]),
        (Right.BeforePasswordChange, ["changePassword", "signOut"]),
        (Right.SignedIn, ["getMe"]),
        (Right.Read, ["listPlans", "getPlan", "listDeferredPrograms", "getClosing"]),
        (Right.Read, ["getHarmonization", "getBoard", "getImplementation", "getConstraints", "listFindings"]),
        (Right.Read, ["getComparison", "streamChanges", "listTasks"]),
        (Right.Read, ["getFunding", "listFundingLines", "listWaitingRequests", "listFundingAlarms"]),
        (Right.Read, ["getIndex", "listAssessments", "getAssessment"]),
        (Right.Read, ["listCoverage"]),
        (Right.Read, ["listPrograms", "getProgram", "getProgramHistory"]),
        (Right.Read, ["getImportTemplate", "getCatalog"]),
        (Right.Read, ["listGovernments", "listLocations", "listPriorities"]),
        (Right.Read, ["listFundingSources", "listSubActivities", "listSpbeIndicators"]),
        (Right.Read, ["listNationalApplications", "listCentralAffairs"]),
        (Right.Read, ["listAuditEvents"]),
        // Reads every event that there is: not for the public.
        (Right.Ask, ["getVerification"]),
        (Right.Ask, ["previewProgram", "reconcileFunding", "whatIf"]),
        (Right.Of(Role.Planner), ["planProgram", "reviseProgram", "declareRelation", "withdrawRelation"]),
        (Right.Of(Role.Planner), ["importPrograms"]),
        (Right.Of(Role.Planner), ["reportProgress", "raiseConstraint", "resolveConstraint", "completeProgram"]),
        (Right.Of(Role.Planner), ["deferProgram", "resumeProgram", "cancelProgram"]),
        // A government assesses itself; what a decree says, and giving an assessment back, is the coordinator's.
        (Right.Of(Role.Planner), ["assessIndicator", "assessIndicators", "submitAssessment"]),
        (Right.InProvince(Role.Coordinator), ["publishIndex", "reopenAssessment"]),
        (Right.Of(Role.BudgetOfficer), ["budgetProgram", "correctFunding"]),
        (Right.Of(Role.BudgetOfficer), ["realiseFunds", "realiseManyFunds", "correctRealisation"]),
        // Central money is asked for and granted through the province too.
        (Right.InProvince(Role.BudgetOfficer), ["requestApbnSupport", "grantApbnSupport"]),
        (Right.InProvince(Role.BudgetOfficer), ["rejectApbnSupport", "withdrawApbnSupport"]),
        (Right.InProvince(Role.Coordinator), ["acceptFinding", "reopenFinding"]),
        (Right.InProvince(Role.Coordinator), ["openPlan", "changePlanTarget", "agreePlan", "closePlan"]),
        (Right.Read, ["listMeetings", "getMeeting", "getMinutes", "getSealedMinutes", "verifyMinutes", "getCalendar"]),
        (Right.InProvince(Role.Coordinator), ["scheduleMeeting", "changeAgenda", "openMeeting", "recordAttendance"]),
        (
            Right.InProvince(Role.Coordinator),
            ["recordDecision", "retryDecision", "assignFollowUp", "closeMeeting", "sealAddendum"]
        ),
        (Right.Of(Role.Planner).Or(Right.InProvince(Role.Coordinator)), ["reportFollowUp"]),
        (Right.InProvince(Role.Coordinator), ["reassignProgram", "reopenCompletion", "reportCoverage"]),
        (Right.Of(Role.Admin), ["listUsers", "getUser", "addUser", "changeUser"]),
    }
        .SelectMany(row => row.Operations, (row, operation) => KeyValuePair.Create(operation, row.Right))
        .ToFrozenDictionary();

    internal static IReadOnlyCollection<string> Operations => ByOperation.Keys;

    internal static Right? Find(string operation) => ByOperation.GetValueOrDefault(operation);

    /// <summary>Why a caller may not carry out an operation anywhere, or none.</summary>
    internal static Problem? Refuse(Caller caller, string operation, bool isReadingPublic)
    {
        if (Find(operation) is not { } right)
            return Problem.NotAllowed($"Nobody may carry out '{operation}': it is not in the table of rights.");
        if (right.IsOpen || (right.IsPublicReading && isReadingPublic && !caller.IsSignedIn))
            return null;
        if (!caller.IsSignedIn)
            return Problem.NotSignedIn();
        if (caller.MustChangePassword && !right.IsBeforePasswordChange)
            return Problem.PasswordToChange();
        return right.Roles.Count == 0 || right.GrantOf(caller, []) is not null
            ? null
            : NotAllowed(caller, operation, right, []);
    }

    /// <summary>The role by which a caller may carry out an operation on these governments, or why not.</summary>
    internal static (RoleGrant? By, Problem? Problem) Judge(
        Caller caller,
        string operation,
        IReadOnlyCollection<string?> governments
    )
    {
        if (Refuse(caller, operation, isReadingPublic: false) is { } refusal)
            return (null, refusal);
        // One that does not exist belongs to nobody: the decision refuses it, naming the field.
        string?[] existing = [.. governments.Where(code => code is null || Government.Find(code) is not null)];
        var right = Find(operation)!;
        return right.GrantOf(caller, existing) is { } grant
            ? (grant, null)
            : (null, NotAllowed(caller, operation, right, existing));
    }

    private static Problem NotAllowed(
        Caller caller,
        string operation,
        Right right,
        IReadOnlyCollection<string?> governments
    ) =>
        Problem.NotAllowed(
            $"'{operation}' is for {right.Describe(governments)}; '{caller.Account}' is {caller.DescribeRoles()}."
        );
}
