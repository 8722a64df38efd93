using Coordination.Benchmarks;
using Coordination.Benchmarks.Peers;

// The peers live in this executable, so that they are built and configured as the load generator is, but run on their own.
return args switch
{
    [RawPeer.Verb, .. var rest] => await RawPeer.RunAsync(rest),
    [EfPeer.Verb, .. var rest] => await EfPeer.RunAsync(rest),
    _ => await Run.AllAsync(RunOptions.Parse(args)),
};
