using Coordination.Domain.Reference;

namespace Coordination.Tests;

/// <summary>The official instrument until 2025, and from 2026 one that exists as files beside the tests and nowhere in the code.</summary>
internal static class MadeUp
{
    internal const string Code = "contoh/2026";

    internal static readonly SpbeInstruments Instruments = SpbeInstruments.Read(name =>
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Reference", "MadeUpInstrument", name);
        return File.Exists(path)
            ? File.OpenRead(path)
            : typeof(SpbeInstrument).Assembly.GetManifestResourceStream(name)!;
    });
}
