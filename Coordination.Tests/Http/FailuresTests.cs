using Coordination.Api.Http;
using Npgsql;

namespace Coordination.Tests.Http;

public sealed class FailuresTests
{
    [Theory]
    [InlineData("08006", "the connection broke")]
    [InlineData("25006", "a standby")]
    [InlineData("25P03", "stood idle in a transaction")]
    [InlineData("28P01", "the password is another")]
    [InlineData("3D000", "the database is gone")]
    [InlineData("53300", "too many connections")]
    [InlineData("53100", "the disk is full")]
    [InlineData("55P03", "a lock was not given in time")]
    [InlineData("57014", "a time limit of the server")]
    [InlineData("57P01", "terminated by an administrator")]
    [InlineData("57P03", "starting up")]
    [InlineData("58030", "the disk fails")]
    public void What_passes_by_itself_or_by_an_operator_is_the_database_being_away(string state, string what) =>
        Assert.True(Failures.IsDatabaseAway(new InvalidOperationException("wrapped", Refusal(state))), what);

    [Theory]
    [InlineData("23505", "taken")]
    [InlineData("42P01", "no such table")]
    [InlineData("22P05", "a text that cannot be stored")]
    public void What_would_fail_again_is_a_fault_of_ours(string state, string what) =>
        Assert.False(Failures.IsDatabaseAway(Refusal(state)), what);

    private static PostgresException Refusal(string state) => new("refused", "ERROR", "ERROR", state);
}
