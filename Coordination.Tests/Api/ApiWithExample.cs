using Coordination.Tests.EmbeddedPostgres;

namespace Coordination.Tests.Api;

/// <summary>The service as a newcomer meets it: with the example plan played in.</summary>
public sealed class ApiWithExample(TestCluster cluster) : RunningApi(cluster)
{
    protected override bool PlaysExample => true;
}
