namespace NewsSite.Data;

/// <summary>Rings when a transaction of this process has been committed, before whoever asked for it hears of it.</summary>
public sealed class PublicationBell
{
    private Func<Task>? answer;

    /// <param name="listener">Comes at every ring, and must not throw.</param>
    public void Answer(Func<Task>? listener) => answer = listener;

    public Task RingAsync() => answer?.Invoke() ?? Task.CompletedTask;
}
