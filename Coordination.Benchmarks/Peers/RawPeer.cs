using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Coordination.Benchmarks.Peers;

/// <summary>
/// The least that can be done for the same request: Kestrel, Npgsql and one statement, or two where a stream is read first. No
/// rules, no state, no views, and the body is not even parsed. What the product costs is what it takes beyond this.
/// </summary>
internal static class RawPeer
{
    internal const string Verb = "peer-raw";

    private const string Schema = """
        create table if not exists event (
            position bigint generated always as identity primary key,
            stream text not null,
            version bigint not null,
            type text not null,
            data jsonb not null,
            at timestamptz not null default now(),
            unique (stream, version));
        create table if not exists view (id text primary key, data text not null);
        """;

    internal static async Task<int> RunAsync(string[] args)
    {
        var (builder, connectionString) = PeerHost.New(args);
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        await using (var create = dataSource.CreateCommand(Schema))
            await create.ExecuteNonQueryAsync();
        var events = new RawEvents(dataSource);

        await using var app = builder.Build();
        app.MapPost("/api/programs", http => AppendAsync(http, $"{Guid.NewGuid():N}", events.InsertFirstAsync));
        app.MapPost(
            "/api/programs/{id}/{action}",
            http => AppendAsync(http, (string)http.Request.RouteValues["id"]!, events.InsertNextAsync)
        );
        app.MapGet("/api/plans/{plan}/board", http => SendViewAsync(http, dataSource));
        app.MapGet("/empty", () => Results.StatusCode(StatusCodes.Status304NotModified));
        app.MapGet("/health/ready", () => SelectOneAsync(dataSource));
        await app.RunAsync();
        return 0;
    }

    private static async Task AppendAsync(
        HttpContext http,
        string id,
        Func<string, string, byte[], Task<Appended>> append
    )
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var type = http.Request.RouteValues["action"] as string ?? "planned";
        var appended = await append(id, type, body.ToArray());
        http.Response.StatusCode = appended.Version switch
        {
            0 => StatusCodes.Status404NotFound,
            1 => StatusCodes.Status201Created,
            _ => StatusCodes.Status200OK,
        };
        await http.Response.WriteAsJsonAsync(appended);
    }

    private static async Task SendViewAsync(HttpContext http, NpgsqlDataSource dataSource)
    {
        await using var command = dataSource.CreateCommand("select data from view where id = $1");
        command.Parameters.Add(new() { Value = http.Request.RouteValues["plan"] });
        var data = await ReadBytesAsync(command);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = data.Length;
        await http.Response.Body.WriteAsync(data);
    }

    private static async Task<byte[]> ReadBytesAsync(NpgsqlCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.GetFieldValue<byte[]>(0);
    }

    private static async Task SelectOneAsync(NpgsqlDataSource dataSource)
    {
        await using var command = dataSource.CreateCommand("select 1");
        await command.ExecuteScalarAsync();
    }
}
