using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Benchmarks.Peers;

/// <summary>The same programs as rows that are overwritten, with an audit row for each change.</summary>
internal sealed class EfModel(DbContextOptions<EfModel> options) : DbContext(options)
{
    internal DbSet<EfPlan> Plans => Set<EfPlan>();

    internal DbSet<EfProgram> Programs => Set<EfProgram>();

    internal DbSet<EfAudit> Audit => Set<EfAudit>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EfPlan>().ToTable("Plans");
        modelBuilder.Entity<EfProgram>(program =>
        {
            program.ToTable("Programs").Property(row => row.Version).IsConcurrencyToken();
            program.HasIndex(row => row.Plan);
            program.HasMany(row => row.Funding).WithOne().HasForeignKey(line => line.ProgramId);
        });
        modelBuilder.Entity<EfFunding>().ToTable("Funding");
        modelBuilder.Entity<EfAudit>(audit =>
        {
            audit.ToTable("Audit").Property(row => row.Body).HasColumnType("jsonb");
            audit.HasIndex(row => row.Program);
        });
    }
}

internal sealed class EfPlan
{
    [Key]
    public required string Id { get; init; }

    public bool IsClosed { get; init; }
}

internal sealed class EfProgram
{
    [Key]
    public required string Id { get; init; }
    public int Version { get; set; } = 1;
    public required string Plan { get; init; }
    public required string Government { get; init; }
    public required string Priority { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required string[] Locations { get; init; }
    public required string OutputIndicator { get; init; }
    public required decimal OutputTarget { get; init; }
    public required string OutputUnit { get; init; }
    public required DateOnly Start { get; init; }
    public required DateOnly End { get; init; }
    public required decimal EstimatedCost { get; init; }
    public required string LeadAgency { get; init; }
    public DateOnly? CompletedOn { get; set; }
    public decimal? Delivered { get; set; }
    public string? Evidence { get; set; }
    public List<EfFunding> Funding { get; init; } = [];
}

internal sealed class EfFunding
{
    public long Id { get; init; }
    public string ProgramId { get; init; } = "";
    public required string Source { get; init; }
    public required string Stage { get; init; }
    public required decimal Amount { get; init; }
    public required string? Document { get; init; }
}

internal sealed class EfAudit
{
    public long Id { get; init; }
    public required string Program { get; init; }
    public required string Action { get; init; }
    public required string Body { get; init; }
    public required string Account { get; init; }
    public required DateTime At { get; init; }
}
