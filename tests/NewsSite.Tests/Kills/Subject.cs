using NewsSite.Data;

namespace NewsSite.Tests.Kills;

/// <summary>Something that is written over and over. Its operation log says what must be left of it when the process is killed.</summary>
internal interface ISubject
{
    /// <summary>Operations that the site acknowledged.</summary>
    int Acknowledged { get; }

    /// <summary>Operations that were under way at a kill: how many were found not done, and done.</summary>
    (int Undone, int Done) Interrupted { get; }

    /// <summary>Sends one operation. What it does counts as known once it is acknowledged.</summary>
    /// <exception cref="HttpRequestException">The site was killed before it answered, or could not answer.</exception>
    Task ActAsync();

    /// <summary>After a kill: what was acknowledged is there whole, and what was under way is there whole or not at all.</summary>
    Task CheckAsync(NewsDbContext db);
}

/// <summary>One operation: what it is called, what is to be found after it, and how to send it; sending gives the reason of a refusal.</summary>
internal sealed record Operation<TState>(string Name, TState After, Func<Task<string?>> Send);

/// <typeparam name="TState">All that the operations change; two are the same when they read the same.</typeparam>
internal abstract class Subject<TState>(TState nothing) : ISubject
    where TState : class
{
    private readonly List<string> log = [];
    private TState? hoped;

    public int Acknowledged { get; private set; }

    public (int Undone, int Done) Interrupted { get; private set; }

    protected TState Known { get; private set; } = nothing;

    public async Task ActAsync()
    {
        var operation = await NextAsync();
        hoped = operation.After;
        log.Add($"{operation.Name} sent");
        var refusal = await operation.Send();
        if (refusal?.Contains("database is locked", StringComparison.Ordinal) is true) throw new HttpRequestException(refusal); // too busy a machine: it may be there or not
        Assert.True(refusal is null, $"{operation.Name} was refused after {Known}: {refusal}\n{Log}");
        log.Add($"{operation.Name} acknowledged");
        (Known, hoped) = (operation.After, null);
        Acknowledged++;
    }

    public async Task CheckAsync(NewsDbContext db)
    {
        var (found, wanted, other) = (await ReadAsync(db), Known.ToString(), hoped?.ToString());
        Assert.True(found == wanted || found == other, $"Found: {found}\nKnown: {wanted}\nHoped: {other}\n{Log}");
        log.Add($"killed, {(hoped is null ? "between two" : found == wanted ? "undone" : "done")}");
        if (hoped is not null) Interrupted = found == wanted ? (Interrupted.Undone + 1, Interrupted.Done) : (Interrupted.Undone, Interrupted.Done + 1);
        if (found != wanted) Known = hoped!;
        hoped = null;
    }

    protected abstract Task<Operation<TState>> NextAsync();

    /// <returns>What is there, in the words of <typeparamref name="TState"/>.</returns>
    protected abstract Task<string> ReadAsync(NewsDbContext db);

    private string Log => string.Join('\n', log.TakeLast(12));
}
