using Npgsql;

namespace Coordination.Tests.EmbeddedPostgres;

public sealed class StartingTests : PostgresTests
{
    [Fact]
    public async Task Starts_on_an_empty_folder_and_answers_in_the_database_of_the_application()
    {
        await using var postgres = await StartAsync();

        Assert.Equal("coordination", await AskAsync(postgres, "select current_database()"));
        Assert.Equal("UTF8", await AskAsync(postgres, "show server_encoding"));
        Assert.Equal("127.0.0.1", await AskAsync(postgres, "show listen_addresses"));
        Assert.Equal("", await AskAsync(postgres, "show unix_socket_directories"));
    }

    [Fact]
    public async Task A_second_start_keeps_rows_and_port()
    {
        string first;
        await using (var postgres = await StartAsync())
        {
            first = postgres.ConnectionString;
            await AskAsync(postgres, "create table kept as select 42 as answer");
        }

        await using var again = await StartAsync();

        Assert.Equal(42, await AskAsync(again, "select answer from kept"));
        Assert.Equal(first, again.ConnectionString);
    }

    [Fact]
    public async Task A_remembered_port_that_somebody_else_uses_is_replaced()
    {
        await using var other = await StartAsync(TestFolder.Options(Path.Combine(Folder, "other")));
        var taken = new NpgsqlConnectionStringBuilder(other.ConnectionString).Port;
        await File.WriteAllTextAsync(Files.Port, $"{taken}", Token);

        await using var postgres = await StartAsync();

        Assert.NotEqual(taken, new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Port);
        Assert.Equal(1, await AskAsync(postgres, "select 1"));
    }

    [Fact]
    public async Task Nobody_enters_without_the_password()
    {
        await using var postgres = await StartAsync();
        var stranger = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "guess" };

        await using var connection = new NpgsqlConnection(stranger.ConnectionString);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Token));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task Password_and_log_are_closed_to_other_users_and_the_password_is_not_in_the_log()
    {
        await using var postgres = await StartAsync();
        var password = new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Password!;

        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode readAndWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(readAndWrite, File.GetUnixFileMode(Files.Password));
            Assert.Equal(readAndWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Files.Server));
        }

        Assert.False(File.Exists(Files.PasswordForInitdb));
        Assert.DoesNotContain(password, await File.ReadAllTextAsync(Files.Log, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_tests_give_up_durability()
    {
        await using (var careless = await StartAsync())
        {
            Assert.Equal("off", await AskAsync(careless, "show fsync"));
        }

        await using var durable = await StartAsync(TestFolder.Options(Folder) with { Durable = true });

        Assert.Equal("on", await AskAsync(durable, "show fsync"));
        Assert.Equal("on", await AskAsync(durable, "show synchronous_commit"));
        Assert.Equal("on", await AskAsync(durable, "show full_page_writes"));
    }

    [Fact]
    public async Task A_half_made_data_folder_is_made_anew()
    {
        Directory.CreateDirectory(Files.UnfinishedData);
        await File.WriteAllTextAsync(Path.Combine(Files.UnfinishedData, "PG_VERSION"), "15", Token);

        await using var postgres = await StartAsync();

        Assert.Equal(1, await AskAsync(postgres, "select 1"));
    }
}
