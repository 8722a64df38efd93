namespace Coordination.Api.EmbeddedPostgres;

/// <summary>What a person types on this system to install PostgreSQL.</summary>
internal static class InstallLine
{
    private const string Release = "/etc/os-release";

    public static string OfThisSystem(int? major) =>
        OperatingSystem.IsWindows() ? $"winget install PostgreSQL.PostgreSQL.{major ?? PostgresDownload.Major}"
        : OperatingSystem.IsMacOS() ? $"brew install postgresql@{major ?? PostgresDownload.Major}"
        : OnLinux(File.Exists(Release) ? File.ReadAllLines(Release) : [], major);

    internal static string OnLinux(IEnumerable<string> release, int? major)
    {
        var names = release
            .Where(line =>
                line.StartsWith("ID=", StringComparison.Ordinal)
                || line.StartsWith("ID_LIKE=", StringComparison.Ordinal)
            )
            .SelectMany(line => line.Split('=')[1].Trim('"').Split(' '));
        return names.Select(name => ForDistribution(name, major)).FirstOrDefault(line => line is not null)
            ?? "the package postgresql of this system";
    }

    private static string? ForDistribution(string name, int? major) =>
        name switch
        {
            "debian" or "ubuntu" => $"apt-get install -y --no-install-recommends postgresql{Suffix("-", major)}",
            "fedora" or "rhel" or "centos" => "dnf install -y postgresql-server",
            "alpine" => $"apk add postgresql{Suffix("", major)}",
            "arch" => "pacman -S postgresql",
            "suse" or "opensuse" => $"zypper install postgresql{Suffix("", major)}-server",
            _ => null,
        };

    private static string Suffix(string separator, int? major) => major is null ? "" : $"{separator}{major}";
}
