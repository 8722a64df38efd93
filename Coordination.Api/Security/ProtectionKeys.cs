using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Coordination.Api.EventStore;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;
using Weasel.Postgresql.Tables;

namespace Coordination.Api.Security;

/// <summary>
/// The keys that tokens of forms and sign-ins under way at a provider are protected with, in the database: all nodes have the same, and
/// a restart ends no form that somebody is filling in. No session hangs on them. They lie there as they are, unless a certificate is set.
/// </summary>
internal sealed class ProtectionKeys(NpgsqlDataSource dataSource) : IXmlRepository
{
    private const string Table = $"{StoreSetup.Schema}.protection_key";
    private const string Setting = "Coordination:KeyCertificate";

    internal static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("selaras");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<NpgsqlDataSource>((options, source) => options.XmlRepository = new ProtectionKeys(source));
        services.ConfigureMarten(options =>
        {
            var keys = new Table(Table);
            keys.AddColumn<string>("name").AsPrimaryKey();
            keys.AddColumn<string>("xml").NotNull();
            options.Storage.ExtendedSchemaObjects.Add(keys);
        });
        if (configuration[Setting] is not { Length: > 0 } path)
            return;
        try
        {
            protection.ProtectKeysWithCertificate(
                X509CertificateLoader.LoadPkcs12FromFile(path, configuration[$"{Setting}Password"])
            );
        }
        catch (Exception unreadable)
            when (unreadable is System.Security.Cryptography.CryptographicException or IOException)
        {
            throw new SettingException($"{Setting} is no readable PKCS #12 file: {unreadable.Message}");
        }
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = dataSource.CreateCommand($"select xml from {Table} order by name");
        using var reader = command.ExecuteReader();
        var elements = new List<XElement>();
        while (reader.Read())
            elements.Add(XElement.Parse(reader.GetString(0)));
        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = dataSource.CreateCommand(
            $"insert into {Table} (name, xml) values ($1, $2) on conflict (name) do update set xml = excluded.xml"
        );
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }
}
