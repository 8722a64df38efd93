using Coordination.Domain.Plans;

namespace Coordination.Domain.Programs;

/// <summary>What a decision on a program must know besides the program: looked up in the command's transaction.</summary>
/// <param name="Plan">The plan that the program belongs to, or the command names; none when it does not exist.</param>
/// <param name="KnownPrograms">Those of the programs that the command mentions which exist.</param>
/// <param name="ReferenceHolder">The program that has the reference which the command would take, if any has.</param>
/// <param name="Into">The program that the command would merge into, where there is one of that number.</param>
public sealed record ProgramFacts(
    Plan? Plan,
    IReadOnlySet<string> KnownPrograms,
    string? ReferenceHolder = null,
    SpbeProgram? Into = null
);
