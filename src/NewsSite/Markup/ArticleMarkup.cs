namespace NewsSite.Markup;

/// <summary>Turns an article's Markdown into safe HTML, prose and plain text. Thread-safe; make one and keep it.</summary>
public sealed class ArticleMarkup(TimeProvider clock, MarkupOptions options) : IDisposable
{
    private readonly SemaphoreSlim places = new(options.Workers, options.Workers);

    public ArticleMarkup()
        : this(TimeProvider.System, new MarkupOptions())
    {
    }

    /// <summary>Renders a body away from the caller's thread, within the limits of size, nesting and time.</summary>
    /// <param name="markdown">At most 200 000 UTF-16 code units; more is refused.</param>
    /// <param name="findPicture">
    /// The picture behind an address used in the body (<c>media/quay.webp</c>), or <see langword="null"/> when the site does not hold it:
    /// then the alternative text is shown, as a link when the address is remote. Called on another thread, and maybe after this call
    /// has answered: it must be quick and must not touch what the caller may have disposed of, such as a DbContext.
    /// </param>
    /// <param name="language">BCP 47 tag of the article. Chooses quotation marks, and labels in English or German.</param>
    /// <param name="ct">Ends the wait; the render itself then stops at its next step.</param>
    /// <returns>The body, or a refusal fit for its author. The same input always gives the same body.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public async Task<MarkupOutcome> RenderAsync(
        string markdown, Func<string, PictureFile?> findPicture, string language, CancellationToken ct)
    {
        if (BodyScan.TooLong(markdown) is { } refusal) return MarkupOutcome.Refused(refusal.Reason, refusal.Line);

        var started = clock.GetTimestamp();
        if (!await places.WaitAsync(options.Deadline, ct))
            return MarkupOutcome.Refused("The server is busy with other articles. Save again in a minute.");

        var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var render = Task.Factory.StartNew(
            () => RenderAndLeave(markdown, findPicture, language, stop),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return await AnswerInTimeAsync(render, stop, started, ct);
    }

    public void Dispose() => places.Dispose();

    private async Task<MarkupOutcome> AnswerInTimeAsync(
        Task<MarkupOutcome> render, CancellationTokenSource stop, long started, CancellationToken ct)
    {
        var left = options.Deadline - clock.GetElapsedTime(started);
        try
        {
            return await render.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock, ct);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            return MarkupOutcome.Refused(
                "The text takes too long to format. Look for very long paragraphs full of brackets, stars, bars or back-ticks and split them.");
        }
    }

    /// <summary>Holds its place until the work has really ended, answered or abandoned.</summary>
    private MarkupOutcome RenderAndLeave(
        string markdown, Func<string, PictureFile?> findPicture, string language, CancellationTokenSource stop)
    {
        try
        {
            return new BodyRenderer(findPicture, ArticleLanguage.Of(language), stop.Token).Render(markdown);
        }
        finally
        {
            places.Release();
        }
    }
}
