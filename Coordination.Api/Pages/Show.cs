using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Api.Pages;

/// <summary>Answers with a page.</summary>
internal static class Show
{
    /// <summary>The page, with its parameters as the members of an object.</summary>
    internal static IResult Page<TPage>(object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>After a form: the browser asks for the next page, and reloading it sends nothing twice.</summary>
    internal static IResult Next(HttpContext http, string path)
    {
        http.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
