using System.Text.Json;
using Coordination.Api.Security;
using Coordination.Tests.Api;

namespace Coordination.Tests.Security;

/// <summary>The table of rights over HTTP, for every operation that the OpenAPI document names, with the document's own examples.</summary>
public sealed class EndpointRightsTests(ApiWithCallers api) : IClassFixture<ApiWithCallers>
{
    [Fact]
    public async Task Every_operation_stands_in_the_table_and_every_row_is_an_operation()
    {
        var operations = await OperationsAsync();
        Assert.Equal(
            operations.Select(operation => operation.Id).Order(StringComparer.Ordinal),
            Rights.Operations.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Nothing_is_answered_without_a_sign_in_but_what_is_open_to_everybody()
    {
        foreach (var operation in await OperationsAsync())
        {
            var reply = await SendAsync(operation, "19.05-2024-ZZZZZ", ("Authorization", ""));
            if (operation.Id == "signIn")
                Assert.True(IsRefusedSignIn(reply), reply.Text);
            else if (operation.Id == "computeIndex")
                reply.ShouldBe(200);
            else
                Assert.Equal("Bearer", reply.ShouldBe(401).Headers.WwwAuthenticate.ToString());
        }
    }

    [Theory]
    [InlineData("ended")]
    [InlineData("unknown")]
    [InlineData("not a token")]
    public async Task A_token_that_does_not_hold_is_401_everywhere(string which)
    {
        await TestAccount.AddAsync(
            api.ConnectionString,
            TestAccount.Of("ended", TestAccount.Everyone.Roles),
            DateTimeOffset.UtcNow.AddSeconds(-1)
        );
        var token = which == "not a token" ? which : TestAccount.TokenOf(which);
        foreach (var operation in (await OperationsAsync()).Where(operation => !operation.IsOpen))
        {
            var reply = await SendAsync(operation, "19.05-2024-ZZZZZ", ("Authorization", $"Bearer {token}"));
            Assert.Equal("Bearer error=\"invalid_token\"", reply.ShouldBe(401).Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task Every_operation_is_refused_and_let_through_as_the_table_says()
    {
        await MeetingRun.ScheduleAsync(api);
        foreach (
            var operation in (await OperationsAsync()).Where(operation =>
                operation.Tag is not ("Users" or "Sign-in") && !operation.IsOpen
            )
        )
        {
            var id = await api.PlanProgramAsync();
            var callers = ApiWithCallers.Callers.ToLookup(caller => IsExpected(caller, operation));
            foreach (var caller in callers[false].Concat(callers[true]))
            {
                var reply = await SendAsync(
                    operation,
                    id,
                    ("Authorization", $"Bearer {TestAccount.TokenOf(caller.Id)}")
                );
                Assert.True(
                    IsExpected(caller, operation) == (reply.Status != 403) && reply.Status is not (400 or 401 or 500),
                    $"{caller.Id}: {operation.Id} is answered {reply.Status}: {reply.Text[..Math.Min(reply.Text.Length, 300)]}"
                );
            }
        }
    }

    private static bool IsExpected(Account caller, Operation operation)
    {
        var (role, own) = (caller.Roles[0].Role, caller.Roles[0].Government!);
        string[] concerned =
            operation.Id == "reassignProgram" ? ["19.05", "19"]
            // Its rows are of programs that are not there.
            : operation.Id == "realiseManyFunds" ? [own]
            : operation.Tag is "Programs" or "Assessments" or "Coverage" ? ["19.05"]
            : ["19"];
        return concerned.All(government => RightsTests.IsExpected(role, own, government, operation.Id));
    }

    private static bool IsRefusedSignIn(Reply reply) =>
        reply.Text.Contains("problem:sign-in-refused", StringComparison.Ordinal);

    private Task<Reply> SendAsync(Operation operation, string id, (string, string) header)
    {
        var path = operation
            .Path.Replace("{id}", id, StringComparison.Ordinal)
            // A stream of one that is there would not end.
            .Replace("{plan}", operation.Id == "streamChanges" ? "19-2099" : "19-2023", StringComparison.Ordinal)
            .Replace("{assessment}", "19.05-2024", StringComparison.Ordinal)
            .Replace("{meeting}", "19-2024-001", StringComparison.Ordinal)
            .Replace("{finding}", "gap-0a1b2c3d4e5f", StringComparison.Ordinal)
            .Replace("{line}", "1", StringComparison.Ordinal)
            .Replace("{request}", "r1", StringComparison.Ordinal)
            .Replace("{number}", "1", StringComparison.Ordinal)
            .Replace("{constraint}", "c1", StringComparison.Ordinal)
            .Replace("{kind}", "follows", StringComparison.Ordinal)
            .Replace("{program}", "19.05-2024-ZZZZZ", StringComparison.Ordinal)
            .Replace("{name}", "tester", StringComparison.Ordinal);
        if (operation.Id == "getComparison")
            path += "?from=1";
        if (operation.Id == "importPrograms")
            path += "?plan=19-2023";
        Assert.DoesNotContain("{", path, StringComparison.Ordinal);
        var method = new HttpMethod(operation.Method.ToUpperInvariant());
        return operation.Body is string file
            ? api.PostTextAsync(path, file, "text/csv", header)
            : api.SendAsync(method, path, operation.Body, header);
    }

    private async Task<IReadOnlyList<Operation>> OperationsAsync()
    {
        var document = (await api.SendAsync(HttpMethod.Get, "/openapi/v1.json", null, ("Authorization", "")))
            .ShouldBe(200)
            .Json;
        var schemas = document.GetProperty("components").GetProperty("schemas");
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select new Operation(
                operation.Value.GetProperty("operationId").GetString()!,
                operation.Value.GetProperty("tags")[0].GetString()!,
                operation.Name,
                path.Name,
                operation.Value.TryGetProperty("requestBody", out var body) ? Example(body, schemas) : null
            ),
        ];
    }

    /// <summary>JSON, or the text of a file.</summary>
    private static object Example(JsonElement body, JsonElement schemas)
    {
        if (body.GetProperty("content").TryGetProperty("text/csv", out var file))
            return file.GetProperty("example").GetString()!;
        var schema = body.GetProperty("content").GetProperty("application/json").GetProperty("schema");
        var name = schema.GetProperty("$ref").GetString()!.Split('/')[^1];
        return schemas.GetProperty(name).GetProperty("examples")[0];
    }

    private sealed record Operation(string Id, string Tag, string Method, string Path, object? Body)
    {
        internal bool IsOpen => Id is "signIn" or "computeIndex";
    }
}
