using Coordination.Api.Security;

namespace Coordination.Api.Pages.UserAccounts;

/// <summary>What the list of accounts shows.</summary>
public sealed record UserListModel
{
    /// <summary>The accounts that the reader may manage, by name.</summary>
    internal IReadOnlyList<UserView> Accounts { get; init; } = [];
}
