using Coordination.Api.EmbeddedPostgres;

namespace Coordination.Tests.EmbeddedPostgres;

public sealed class SearchTests
{
    [Theory]
    [InlineData("postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)", 15)]
    [InlineData("postgres (PostgreSQL) 19beta1", 19)]
    [InlineData("command not found", null)]
    [InlineData("", null)]
    public void The_major_version_is_read_from_what_postgres_says(string version, int? major) =>
        Assert.Equal(major, PostgresBinaries.Parse(version));

    [Theory]
    [InlineData(13, null, false)]
    [InlineData(14, null, true)]
    [InlineData(17, 17, true)]
    [InlineData(17, 16, false)]
    public void Binaries_serve_data_of_their_own_major_version_and_new_data_from_14_on(
        int major,
        int? data,
        bool fits
    ) => Assert.Equal(fits, new PostgresBinaries("/bin", major).Fits(data));

    [Fact]
    public void The_newest_of_several_installed_versions_comes_first()
    {
        var place = Directory.CreateTempSubdirectory("coordination-search-").FullName;
        foreach (var version in new[] { "9.6", "15", "17" })
        {
            Directory.CreateDirectory(Path.Combine(place, version, "bin"));
        }

        var found = InstalledPostgres.Matches(Path.Combine(place, "*", "bin"));

        var versions = found.Select(bin => Path.GetFileName(Path.GetDirectoryName(bin)));
        Assert.Equal("17 15 9.6", string.Join(' ', versions));
        Directory.Delete(place, recursive: true);
    }

    [Theory]
    [InlineData("ID=debian", 16, "apt-get install -y --no-install-recommends postgresql-16")]
    [InlineData(
        "ID=linuxmint\nID_LIKE=\"ubuntu debian\"",
        null,
        "apt-get install -y --no-install-recommends postgresql"
    )]
    [InlineData("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"", null, "dnf install -y postgresql-server")]
    [InlineData("ID=alpine", 17, "apk add postgresql17")]
    [InlineData("ID=unheard", null, "the package postgresql of this system")]
    public void The_install_line_is_that_of_the_distribution(string release, int? major, string line) =>
        Assert.Equal(line, InstallLine.OnLinux(release.Split('\n'), major));

    [Theory]
    [InlineData("/srv/data", true, "/srv/data")]
    [InlineData(null, true, "/var/lib/coordination")]
    public void The_data_folder_is_the_configured_one_or_for_root_one_that_others_can_reach(
        string? configured,
        bool root,
        string folder
    ) => Assert.Equal(folder, DataFolder.Default(configured, root));

    [Fact]
    public void The_data_folder_of_a_user_is_among_the_data_of_the_user() =>
        Assert.Equal("coordination", Path.GetFileName(DataFolder.Default(" ", root: false)));
}
