namespace Coordination.Api.Pages.Catalogs;

/// <summary>A dataset as the page shows it.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What its rows are.</param>
/// <param name="Facts">What is to be known of it, by name.</param>
/// <param name="Licence">Address of the licence.</param>
/// <param name="Downloads">Forms in which it is to be had, and where.</param>
public sealed record PublishedDataset(
    string Id,
    string Title,
    string Description,
    IReadOnlyList<(string Name, string Text)> Facts,
    string Licence,
    IReadOnlyList<(string Format, string Address)> Downloads
);
