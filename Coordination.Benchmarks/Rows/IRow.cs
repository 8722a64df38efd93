using Coordination.Benchmarks.Report;

namespace Coordination.Benchmarks.Rows;

/// <summary>One promise of the product on speed, and how it is measured.</summary>
internal interface IRow
{
    string Name { get; }

    Task MeasureAsync(Bench bench, Table table);
}
