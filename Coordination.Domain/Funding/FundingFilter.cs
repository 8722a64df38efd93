using Coordination.Domain.Programs;

namespace Coordination.Domain.Funding;

/// <summary>Which money is shown; every code that is given must fit.</summary>
/// <param name="Government">Programs of this government.</param>
/// <param name="Priority">Programs of this priority.</param>
/// <param name="Source">
/// Lines and requests of this source; what is about a program as a whole (its cost and gap, its progress) is then not shown.
/// </param>
public sealed record FundingFilter(string? Government = null, string? Priority = null, string? Source = null)
{
    internal bool Shows(SpbeProgram program) =>
        Fits(Government, program.Government) && Fits(Priority, program.Details.Priority);

    internal bool ShowsSource(string source) => Fits(Source, source);

    internal static bool Fits(string? asked, string code) => asked is null || asked == code;
}
