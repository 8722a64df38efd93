using Microsoft.AspNetCore.Components;

namespace Coordination.Api.Pages;

/// <summary>A page or a piece of one: it is rendered once, on the server, for one request in one language.</summary>
public abstract class Piece : ComponentBase
{
    /// <summary>The request.</summary>
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    /// <summary>Texts, numbers and days as the reader reads them.</summary>
    protected Language L => Language.Of(Http);

    /// <summary>What is asked for by a field.</summary>
    protected string? Asked(string field) => PlanPages.Asked(Http, field);

    /// <summary>The same page with some of it asked for otherwise.</summary>
    protected string Link(params (string Field, string? Value)[] others) =>
        Http.Request.Path + PlanPages.Query(Http.Request, others);
}
