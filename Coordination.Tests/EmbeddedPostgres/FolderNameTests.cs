namespace Coordination.Tests.EmbeddedPostgres;

public sealed class FolderNameTests : PostgresTests
{
    public FolderNameTests() => Folder = $"{TestFolder.New()} my $(data) 'folder' ü";

    [Fact]
    public async Task A_folder_with_spaces_and_quotes_in_its_name_works()
    {
        await using (var postgres = await StartAsync())
        {
            await AskAsync(postgres, "create table kept as select 42 as answer");
        }

        await using var again = await StartAsync();

        Assert.Equal(42, await AskAsync(again, "select answer from kept"));
    }
}
