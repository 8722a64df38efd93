using Coordination.Api.Http;
using Coordination.Api.Security;
using Coordination.Api.Tables;

namespace Coordination.Api.Pages.UserAccounts;

/// <summary><c>/users</c>: the accounts that one may manage, adding one and changing one.</summary>
internal static class UserRequests
{
    internal static async Task<IResult> ListAsync(UserDesk desk, HttpContext http, CancellationToken cancellation)
    {
        var accounts = await desk.ListAsync(Caller.Of(http), cancellation);
        return Show.Page<UserListPage>(
            new { Model = new UserListModel { Accounts = [.. accounts.Select(UserView.Of)] } }
        );
    }

    internal static async Task<IResult> GetTableAsync(UserDesk desk, HttpContext http, CancellationToken cancellation)
    {
        var accounts = await desk.ListAsync(Caller.Of(http), cancellation);
        return Table.Answer(http, Table.FormatOfPath(http), "users", accounts.Select(UserRow.Of));
    }

    internal static IResult GetNew() => Show.Page<UserPage>(new { Form = UserForm.Empty, IsNew = true });

    internal static async Task<IResult> AddAsync(UserDesk desk, HttpContext http, CancellationToken cancellation)
    {
        var form = UserForm.Read(await http.Request.ReadFormAsync(cancellation));
        var errors = new List<FieldError>();
        var request = new AddUser(form.Name, form.DisplayName, form.Grants(Language.Of(http), errors));
        if (errors.Count > 0)
            return Again(form, isNew: true, errors);
        var (added, problem) = await desk.AddAsync(request, Caller.Of(http), cancellation);
        return added is null ? Refused(form, isNew: true, problem!, http) : Saved(form, added.OneTimePassword);
    }

    internal static async Task<IResult> GetAsync(
        string name,
        UserDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var (account, problem) = await desk.FindAsync(name, Caller.Of(http), cancellation);
        return problem?.ToResult() ?? Show.Page<UserPage>(new { Form = UserForm.Of(account!), IsNew = false });
    }

    internal static async Task<IResult> ChangeAsync(
        string name,
        UserDesk desk,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var form = UserForm.Read(await http.Request.ReadFormAsync(cancellation)) with { Name = name };
        var errors = new List<FieldError>();
        var grants = form.Grants(Language.Of(http), errors);
        if (errors.Count > 0)
            return Again(form, isNew: false, errors);
        var oneTime = form.WantsPassword ? Passwords.NewOneTime() : null;
        var request = new ChangeUser(form.DisplayName, grants, form.IsActive, oneTime);
        var (changed, problem) = await desk.ChangeAsync(name, request, Caller.Of(http), cancellation);
        return changed is null ? Refused(form, isNew: false, problem!, http) : Saved(form, oneTime);
    }

    /// <summary>Answered at once and not by another page: a password that is shown once is in no address and in no store.</summary>
    private static IResult Saved(UserForm form, string? oneTime) =>
        Show.Page<UserPage>(
            new
            {
                Form = form with
                {
                    WantsPassword = false,
                },
                IsNew = false,
                IsSaved = true,
                OneTimePassword = oneTime,
            }
        );

    private static IResult Refused(UserForm form, bool isNew, Problem problem, HttpContext http) =>
        problem.Errors.Count == 0 && problem.Status != StatusCodes.Status403Forbidden
            ? problem.ToResult()
            : Again(form, isNew, FieldErrors.Of(problem, Language.Of(http)), problem.Status);

    private static IResult Again(
        UserForm form,
        bool isNew,
        IReadOnlyList<FieldError> errors,
        int status = StatusCodes.Status422UnprocessableEntity
    ) =>
        Show.Page<UserPage>(
            new
            {
                Form = form,
                IsNew = isNew,
                Errors = errors,
            },
            status
        );
}
