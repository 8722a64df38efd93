using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Benchmarks.Peers;

/// <summary>The same endpoints written the usual way: rows by EF Core, a few checks, an audit row in the same transaction.</summary>
internal static class EfPeer
{
    internal const string Verb = "peer-ef";

    internal static async Task<int> RunAsync(string[] args)
    {
        var (builder, connectionString) = PeerHost.New(args);
        builder.Services.AddDbContextPool<EfModel>(options => options.UseNpgsql(connectionString));
        await using var app = builder.Build();
        using (var scope = app.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<EfModel>().Database.EnsureCreatedAsync();
        app.MapPost("/api/plans", OpenAsync);
        app.MapPost("/api/programs", PlanAsync);
        app.MapPost("/api/programs/{id}/funding", BudgetAsync);
        app.MapPost("/api/programs/{id}/completion", CompleteAsync);
        app.MapGet("/health/ready", (EfModel model, CancellationToken token) => model.Database.CanConnectAsync(token));
        await app.RunAsync();
        return 0;
    }

    private static async Task<IResult> OpenAsync(OpenPlanRequest request, EfModel model, CancellationToken token)
    {
        var plan = new EfPlan { Id = $"{request.Province}-{request.Year}" };
        model.Plans.Add(plan);
        await model.SaveChangesAsync(token);
        return Results.Created($"/api/plans/{plan.Id}", plan);
    }

    private static async Task<IResult> PlanAsync(PlanRequest request, EfModel model, CancellationToken token)
    {
        if (!request.IsValid || !await IsOpenAsync(model, request.Plan, token))
            return Results.UnprocessableEntity();
        var program = request.ToProgram();
        model.Programs.Add(program);
        return await SaveAsync(model, program, "planned", request, token);
    }

    private static Task<IResult> BudgetAsync(
        string id,
        BudgetRequest request,
        EfModel model,
        CancellationToken token
    ) => ChangeAsync(id, request, model, program => program.Funding.Add(request.ToLine()), token);

    private static Task<IResult> CompleteAsync(
        string id,
        CompletionRequest request,
        EfModel model,
        CancellationToken token
    ) =>
        ChangeAsync(
            id,
            request,
            model,
            program =>
                (program.CompletedOn, program.Delivered, program.Evidence) = (
                    request.Date,
                    request.Output,
                    request.Evidence
                ),
            token
        );

    private static async Task<IResult> ChangeAsync<T>(
        string id,
        T request,
        EfModel model,
        Action<EfProgram> change,
        CancellationToken token
    )
    {
        var program = await model.Programs.Include(row => row.Funding).FirstOrDefaultAsync(row => row.Id == id, token);
        if (program is null)
            return Results.NotFound();
        if (program.CompletedOn is not null || !await IsOpenAsync(model, program.Plan, token))
            return Results.UnprocessableEntity();
        change(program);
        program.Version++;
        return await SaveAsync(model, program, typeof(T).Name, request, token);
    }

    private static Task<bool> IsOpenAsync(EfModel model, string plan, CancellationToken token) =>
        model.Plans.AsNoTracking().AnyAsync(row => row.Id == plan && !row.IsClosed, token);

    private static async Task<IResult> SaveAsync<T>(
        EfModel model,
        EfProgram program,
        string action,
        T request,
        CancellationToken token
    )
    {
        model.Audit.Add(
            new()
            {
                Program = program.Id,
                Action = action,
                Body = JsonSerializer.Serialize(request),
                Account = "anonymous",
                At = DateTime.UtcNow,
            }
        );
        await model.SaveChangesAsync(token);
        return program.Version == 1 ? Results.Created($"/api/programs/{program.Id}", program) : Results.Ok(program);
    }
}
