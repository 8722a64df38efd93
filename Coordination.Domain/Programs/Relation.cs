namespace Coordination.Domain.Programs;

/// <summary>How one program stands to another.</summary>
public enum RelationKind
{
    /// <summary>Both do different parts of one thing; symmetric, one declaration is enough.</summary>
    Complements,

    /// <summary>Both pay for one thing; symmetric, one declaration is enough.</summary>
    SharesCost,

    /// <summary>This program is a later phase of the other.</summary>
    Follows,
}

/// <summary>A declared relation to another program, which exists.</summary>
public sealed record Relation(RelationKind Kind, string Program);
