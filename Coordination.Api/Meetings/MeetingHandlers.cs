using Coordination.Api.Http;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace Coordination.Api.Meetings;

/// <summary>
/// Takes the messages of meetings out of their durable queue. The handlers are objects, not conventions, so that no code is generated for
/// them. None trusts the queue: a message may come twice, late, or on another node.
/// </summary>
internal static class MeetingHandlers
{
    /// <summary>The trouble of a moment passes within them; what is wrong for longer is said.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMilliseconds(200),
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(5),
    ];

    /// <summary>How many attempts there are before a decision counts as failed.</summary>
    internal static readonly int Tries = Pauses.Length + 1;

    /// <summary>When not even the failure can be recorded.</summary>
    private static readonly TimeSpan LaterPause = TimeSpan.FromSeconds(30);

    /// <summary>A database that is away is waited for in the handler.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private const string Queue = "meetings";

    /// <summary>Different meetings need not wait for each other.</summary>
    private const int AtOnce = 4;

    private const int LongestHandlingSeconds = 60 * 60;

    internal static void AddMeetingMessages(this IServiceCollection services) =>
        services.AddSingleton<CurrentFinding>().AddSingleton<DecisionActs>().AddSingleton<FollowUpLooks>();

    internal static void Route(WolverineOptions options)
    {
        options.AddMessageHandler(new Decisions());
        options.AddMessageHandler(new FollowUps());
        options.LocalQueue(Queue).UseDurableInbox().MaximumParallelMessages(AtOnce);
        options.PublishMessage<DecisionToApply>().ToLocalQueue(Queue);
        options.PublishMessage<FollowUpToCheck>().ToLocalQueue(Queue);
    }

    private abstract class Durable<T> : MessageHandler<T>
    {
        public override void ConfigureChain(HandlerChain chain)
        {
            chain.ExecutionTimeoutInSeconds = LongestHandlingSeconds;
            chain.OnException<NothingSuchException>().MoveToErrorQueue();
            chain.OnException<Exception>().RetryWithCooldown(Pauses).Then.ScheduleRetryIndefinitely(LaterPause);
        }

        protected sealed override async Task HandleAsync(
            T message,
            MessageContext context,
            CancellationToken cancellation
        )
        {
            var pause = Pauses[0];
            while (true)
                try
                {
                    await TakeAsync(message, context, cancellation);
                    return;
                }
                catch (Exception away) when (Failures.IsDatabaseAway(away))
                {
                    // Neither the decision's fault nor an attempt: nothing can be recorded now.
                    await Task.Delay(pause, cancellation);
                    pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                }
        }

        protected abstract Task TakeAsync(T message, MessageContext context, CancellationToken cancellation);
    }

    private sealed class Decisions : Durable<DecisionToApply>
    {
        protected override Task TakeAsync(
            DecisionToApply message,
            MessageContext context,
            CancellationToken cancellation
        ) =>
            context
                .Runtime.Services.GetRequiredService<DecisionActs>()
                .TakeAsync(message, isLastTry: context.Envelope!.Attempts >= Tries, cancellation);
    }

    private sealed class FollowUps : Durable<FollowUpToCheck>
    {
        protected override async Task TakeAsync(
            FollowUpToCheck message,
            MessageContext context,
            CancellationToken cancellation
        )
        {
            var looks = context.Runtime.Services.GetRequiredService<FollowUpLooks>();
            if (await looks.LookAsync(message, cancellation) is { } tooEarly)
                await context.ScheduleAsync(message, tooEarly);
        }
    }
}

/// <summary>A message names what is not in the store: it can never be handled, and somebody has to see it.</summary>
internal sealed class NothingSuchException(string message) : Exception(message);
