namespace Coordination.Domain.Reference;

/// <summary>One indicator of an SPBE maturity instrument; <see cref="SpbeInstruments"/> says which instrument holds when.</summary>
/// <param name="Number">Its number in the instrument, from 1.</param>
/// <param name="Name">Official name.</param>
/// <param name="Domain">Number of its domain.</param>
/// <param name="DomainName">Name of the domain.</param>
/// <param name="Aspect">Number of its aspect.</param>
/// <param name="AspectName">Name of the aspect.</param>
/// <param name="WeightPercent">Weight in percent; the weights of an instrument sum to 100.</param>
/// <param name="Capability"><c>process</c> or <c>service</c>: which ladder of levels applies.</param>
public sealed record SpbeIndicator(
    int Number,
    string Name,
    int Domain,
    string DomainName,
    int Aspect,
    string AspectName,
    decimal WeightPercent,
    string Capability
);
