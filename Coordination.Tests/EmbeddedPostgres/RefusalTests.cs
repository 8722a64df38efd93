using Coordination.Api.EmbeddedPostgres;

namespace Coordination.Tests.EmbeddedPostgres;

public sealed class RefusalTests : PostgresTests
{
    [Fact]
    public async Task A_second_instance_on_the_same_folder_is_refused_at_once()
    {
        await using var first = await StartAsync();

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.StartsWith(
            $"Another instance is already running with the data in {Files.Root}.",
            refusal.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await AskAsync(first, "select 1"));
    }

    [Fact]
    public async Task The_folder_is_free_again_after_a_refusal()
    {
        var empty = Directory.CreateDirectory(Path.Combine(Folder, "empty")).FullName;
        var wrong = TestFolder.Options(Folder) with { Binaries = empty };

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync(wrong));
        await using var postgres = await StartAsync();

        Assert.StartsWith($"The configured folder {empty} has no", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await AskAsync(postgres, "select 1"));
    }

    [Fact]
    public async Task Data_of_another_major_version_is_refused_and_left_alone()
    {
        var binaries = await InstalledAsync();
        Directory.CreateDirectory(Files.Data);
        var version = Path.Combine(Files.Data, "PG_VERSION");
        await File.WriteAllTextAsync(version, $"{binaries.Major + 1}\n", Token);

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() =>
            StartAsync(TestFolder.Options(Folder) with { Binaries = binaries.Folder })
        );

        Assert.StartsWith(
            $"The data in {Files.Data} was written by PostgreSQL {binaries.Major + 1} and only that version can open it; "
                + $"found here: {binaries.Major} in {binaries.Folder}.",
            refusal.Message,
            StringComparison.Ordinal
        );
        Assert.Equal([version], Directory.GetFileSystemEntries(Files.Data));
    }

    [Fact]
    public async Task Data_without_its_password_is_refused_and_not_given_a_new_one()
    {
        await using (await StartAsync()) { }
        File.Delete(Files.Password);

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.Contains(Files.Password, refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Files.Password));
    }

    [Fact]
    public async Task A_server_that_does_not_start_is_reported_with_the_end_of_its_log()
    {
        await using (await StartAsync()) { }
        File.Delete(Path.Combine(Files.Data, "global", "pg_control"));

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.Contains("pg_control", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(ProcessesInFolder());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_reported_with_a_way_out()
    {
        Directory.CreateDirectory(Folder);
        var file = Path.Combine(Folder, "a file");
        await File.WriteAllTextAsync(file, "", Token);
        var below = Path.Combine(file, "data");

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync(TestFolder.Options(below)));

        Assert.StartsWith(
            $"The folder {below} for the data cannot be written",
            refusal.Message,
            StringComparison.Ordinal
        );
    }

    private async Task<PostgresBinaries> InstalledAsync()
    {
        var search = new BinariesSearch(
            Files,
            ServerAccount.Current(),
            Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance
        );
        return await search.FindAsync(TestFolder.Options(Folder), Token);
    }
}
