using System.Collections.Concurrent;
using System.Diagnostics;

namespace Coordination.Tests.Faults;

/// <summary>
/// Clients that send keyed commands and, when they get no answer, 503 or a lost race, send the same key and body again until they are
/// acknowledged. Each works on programs of its own; every tenth command goes to one program that all share.
/// </summary>
internal sealed class KeyedLoad(params Uri[] nodes)
{
    private const int StepsOfProgram = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly Lock counting = new();
    private int round;
    private TimeSpan lastAnswer;
    private int unavailable;

    /// <summary>The program that all clients change.</summary>
    internal string Shared { get; private set; } = "";

    /// <summary>How long a command is sent again at the most.</summary>
    internal TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an answer is waited for.</summary>
    internal TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many times at once each request is sent.</summary>
    internal int Copies { get; init; } = 1;

    internal ConcurrentDictionary<string, Acknowledgement> Acknowledged { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys that were sent and never acknowledged.</summary>
    internal ConcurrentBag<string> Unanswered { get; } = [];

    /// <summary>Answers that no fault excuses.</summary>
    internal ConcurrentBag<string> Unexpected { get; } = [];

    /// <summary>How many requests were answered with 503 and when to ask again.</summary>
    internal int Unavailable => unavailable;

    /// <summary>The longest time in which no command at all was acknowledged.</summary>
    internal TimeSpan LongestSilence { get; private set; }

    /// <summary>May be called again: each round has keys and programs of its own.</summary>
    internal async Task RunAsync(int commands, int clients)
    {
        if (round++ == 0)
        {
            using var first = new KeyedClient(nodes, 0, AnswerTime);
            await SendAsync(first, KeyedCommand.Open("open"));
            Shared = (await SendAsync(first, KeyedCommand.Plan("shared", "Program bersama")))!.Id;
        }
        await Task.WhenAll(
            Enumerable.Range(0, clients).Select(client => Task.Run(() => WorkAsync(client, commands / clients)))
        );
    }

    /// <summary>Waits until so many commands are acknowledged: then it is time for the fault.</summary>
    internal async Task ReachesAsync(int acknowledged, Task running)
    {
        while (Acknowledged.Count < acknowledged)
        {
            Assert.False(running.IsCompleted, $"The load ended early: {string.Join('\n', Unexpected)}");
            await Task.Delay(2);
        }
    }

    /// <summary>Sends every acknowledged command once more, and gives those whose answer is now another.</summary>
    internal async Task<IReadOnlyList<string>> RepeatAsync(int clients)
    {
        var changed = new ConcurrentBag<string>();
        await Task.WhenAll(
            Acknowledged
                .Values.Chunk((Acknowledged.Count / clients) + 1)
                .Select(async part =>
                {
                    using var client = new KeyedClient(nodes, 0, AnswerTime);
                    foreach (var earlier in part)
                    {
                        var again = await SendAsync(client, earlier.Command);
                        if (again?.Answer != earlier.Answer || again.Status != earlier.Status)
                            changed.Add($"{earlier.Answer}\n{again?.Answer}");
                    }
                })
        );
        return [.. changed];
    }

    private async Task WorkAsync(int number, int commands)
    {
        using var client = new KeyedClient(nodes, number, AnswerTime);
        var program = "";
        for (var i = 0; i < commands; i++)
        {
            var (key, step) = ($"{round}-{number}-{i}", i % StepsOfProgram);
            var command =
                step == 0 ? KeyedCommand.Plan(key, $"Program {number}-{i}")
                : step == StepsOfProgram - 1 ? KeyedCommand.Progress(key, Shared, (number * 100 + i) % 100)
                : KeyedCommand.Next(key, program, step);
            if (await SendAsync(client, command) is not { } acknowledged)
                return;
            NoteAnswer();
            if (step == 0)
                program = acknowledged.Id;
        }
    }

    private async Task<Acknowledgement?> SendAsync(KeyedClient client, KeyedCommand command)
    {
        for (var started = watch.Elapsed; watch.Elapsed - started < Deadline; await Task.Delay(Pause))
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, Copies).Select(_ => client.SendAsync(command)));
            Interlocked.Add(ref unavailable, answers.Count(answer => answer.Kind == AnswerKind.Unavailable));
            if (answers.FirstOrDefault(answer => answer.Kind == AnswerKind.Unexpected) is { } unexpected)
            {
                Unexpected.Add($"{command.Path} ({command.Key}): {unexpected.Text}");
                break;
            }
            var successes = answers.Where(answer => answer.Kind == AnswerKind.Acknowledged).ToList();
            if (successes.Select(answer => answer.Text).Distinct(StringComparer.Ordinal).Skip(1).Any())
                Unexpected.Add($"{command.Path} ({command.Key}): twins were answered differently.");
            if (successes.Count > 0)
                return Acknowledged[command.Key] = new(command, successes[0].Status, successes[0].Text);
            client.GoToNextNode();
        }
        Unanswered.Add(command.Key);
        return null;
    }

    private void NoteAnswer()
    {
        lock (counting)
        {
            var silence = watch.Elapsed - lastAnswer;
            if (lastAnswer > TimeSpan.Zero && silence > LongestSilence)
                LongestSilence = silence;
            lastAnswer = watch.Elapsed;
        }
    }
}
