namespace Coordination.Domain.Reference;

/// <summary>
/// A national application (aplikasi umum or one that a law makes governments use): an own one beside it is a duplicate. Sources: Perpres
/// 95/2018, KepmenPANRB on common applications, the ministries' own regulations.
/// </summary>
/// <param name="Application">Name: <c>SRIKANDI</c>.</param>
/// <param name="Does">What it does, in Indonesian.</param>
/// <param name="Terms">Words that mean its work, <c>;</c> between.</param>
/// <param name="Names">Words that name it: a program that connects to it or teaches it builds no other.</param>
public sealed record NationalApplication(string Application, string Does, string Terms, string Names)
{
    /// <summary>All that are known.</summary>
    public static IReadOnlyList<NationalApplication> All { get; } =
        ReferenceFile.Read<NationalApplication>("national-applications.csv");
}
