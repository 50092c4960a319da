namespace NewsSite.Markup;

/// <summary>Turns an article's Markdown into safe HTML, prose and plain text. Thread-safe; make one and keep it.</summary>
public sealed class ArticleMarkup(TimeProvider clock, MarkupOptions options) : IDisposable
{
    /// <summary>
    /// The first render of a process compiles the parsers (1 s of processor time and more on a busy machine);
    /// that is no fault of the author's text, so it does not count against a deadline.
    /// </summary>
    private static readonly Lazy<Task> Warm = new(() => Task.Run(() => new BodyRenderer(_ => null, ArticleLanguage.Of("en"), CancellationToken.None)
        .Render("# A\n\n*B* [c](https://d.example) \"e\"[^1] ![f](g)\n\n| h |\n|--:|\n| i |\n\n- j\n\n[^1]: k")));

    private readonly SemaphoreSlim places = new(options.Workers, options.Workers);

    public ArticleMarkup()
        : this(TimeProvider.System, new MarkupOptions())
    {
    }

    /// <summary>Renders a body away from the caller's thread, within the limits of size, nesting and time.</summary>
    /// <param name="markdown">At most 200 000 UTF-16 code units; more is refused.</param>
    /// <param name="findPicture">
    /// The picture behind an address used in the body (<c>media/quay.webp</c>), or <see langword="null"/> when the site does not hold it:
    /// then the alternative text is shown, as a link when the address is remote. The address is percent-decoded and may be hostile:
    /// look it up, never join it to a path. Called on another thread, and maybe after this call
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

        await Warm.Value.WaitAsync(ct);
        using var deadline = new CancellationTokenSource(options.Deadline, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            await places.WaitAsync(stop.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return MarkupOutcome.Refused("The server is busy with other articles. Save again in a minute.");
        }

        var renderer = new BodyRenderer(findPicture, ArticleLanguage.Of(language), stop.Token);
        var render = Task.Factory.StartNew(
            () => RenderAndLeave(renderer, markdown), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return await render.WaitAsync(stop.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return MarkupOutcome.Refused(
                "The text takes too long to format. Look for very long paragraphs full of brackets, stars, bars or back-ticks and split them.");
        }
    }

    public void Dispose() => places.Dispose();

    /// <summary>Holds its place until the work has really ended, answered or abandoned.</summary>
    private MarkupOutcome RenderAndLeave(BodyRenderer renderer, string markdown)
    {
        try
        {
            return renderer.Render(markdown);
        }
        finally
        {
            places.Release();
        }
    }
}
