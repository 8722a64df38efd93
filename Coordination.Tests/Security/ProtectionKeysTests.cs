using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Coordination.Api.Security;
using Coordination.Tests.Api;
using Coordination.Tests.EmbeddedPostgres;
using Coordination.Tests.Pages;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Coordination.Tests.Security;

/// <summary>Keys of forms lie in the database: other nodes and later starts have them.</summary>
public sealed class ProtectionKeysTests(ProtectionKeysTests.Restarted api)
    : IClassFixture<ProtectionKeysTests.Restarted>
{
    public sealed class Restarted(TestCluster cluster) : RunningApi(cluster);

    [Fact]
    public async Task A_form_that_was_opened_before_a_restart_is_taken_after_it()
    {
        // Other tests here take the keys away that it has read.
        await RestartAsync();
        using var before = new Browser(api);
        var token = (await before.GetAsync("/sign-in"))
            .Html.Split("name=\"__RequestVerificationToken\" value=\"")[1]
            .Split('"')[0];
        await RestartAsync();
        using var after = new Browser(api);
        foreach (var (name, value) in before.Cookies)
            after.Keep(name, value);
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__RequestVerificationToken"] = token,
            ["user"] = "admin",
            ["password"] = TestAccount.AdminPassword,
        };
        (await after.PostAsync("/sign-in", form)).ShouldLeadTo("/");
    }

    [Fact]
    public async Task Two_nodes_that_start_at_once_read_what_the_other_has_protected()
    {
        await ExecuteAsync("delete from coordination.protection_key");
        await using var one = Node();
        await using var other = Node();
        var texts = await Task.WhenAll(
            Task.Run(() => Protector(one).Protect("satu")),
            Task.Run(() => Protector(other).Protect("dua"))
        );
        Assert.Equal("satu", Protector(other).Unprotect(texts[0]));
        Assert.Equal("dua", Protector(one).Unprotect(texts[1]));
    }

    [Fact]
    public async Task Keys_lie_encrypted_where_a_certificate_is_set_and_as_they_are_where_none_is()
    {
        await ExecuteAsync("delete from coordination.protection_key");
        await using (var plain = Node())
            Protector(plain).Protect("x");
        Assert.Contains("<masterKey", await KeyAsync(), StringComparison.Ordinal);

        await ExecuteAsync("delete from coordination.protection_key");
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pfx");
        using (var key = RSA.Create(2048))
        using (
            var certificate = new CertificateRequest(
                "CN=selaras",
                key,
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            ).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1))
        )
            await File.WriteAllBytesAsync(
                path,
                certificate.Export(X509ContentType.Pkcs12, "rahasia"),
                TestContext.Current.CancellationToken
            );
        (string, string?)[] settings =
        [
            ("Coordination:KeyCertificate", path),
            ("Coordination:KeyCertificatePassword", "rahasia"),
        ];
        await using var node = Node(settings);
        var text = Protector(node).Protect("tiga");
        Assert.DoesNotContain("<masterKey", await KeyAsync(), StringComparison.Ordinal);
        await using var later = Node(settings);
        Assert.Equal("tiga", Protector(later).Unprotect(text));
        File.Delete(path);
        Assert.Throws<SettingException>(() => Node(settings));
    }

    private async Task RestartAsync()
    {
        await api.StopAsync();
        await api.StartAsync();
    }

    private ServiceProvider Node(params (string Key, string? Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_ => NpgsqlDataSource.Create(api.ConnectionString));
        ProtectionKeys.AddTo(
            services,
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
                .Build()
        );
        return services.BuildServiceProvider();
    }

    private static IDataProtector Protector(IServiceProvider node) =>
        node.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private async Task<string> KeyAsync()
    {
        await using var source = NpgsqlDataSource.Create(api.ConnectionString);
        await using var command = source.CreateCommand("select string_agg(xml, '') from coordination.protection_key");
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(api.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
