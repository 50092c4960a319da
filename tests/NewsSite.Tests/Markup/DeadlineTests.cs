using Microsoft.Extensions.Time.Testing;
using NewsSite.Markup;

namespace NewsSite.Tests.Markup;

public sealed class DeadlineTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly ManualResetEventSlim gate = new();
    private readonly SemaphoreSlim entered = new(0);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_render_past_its_deadline_is_refused_and_keeps_its_place_until_it_ends()
    {
        using var markup = new ArticleMarkup(clock, new MarkupOptions { Workers = 1 });

        var slow = markup.RenderAsync("![a](media/x.webp)", Stuck, "en", Ct);
        await entered.WaitAsync(Ct);
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Contains("takes too long", (await slow).Refusal!.Reason, StringComparison.Ordinal);

        var next = markup.RenderAsync("Short.", Rendering.Library, "en", Ct);
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Contains("busy", (await next).Refusal!.Reason, StringComparison.Ordinal);

        gate.Set();
        Assert.NotNull((await markup.RenderAsync("Short.", Rendering.Library, "en", Ct)).Body);
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_a_cancellation_and_no_refusal()
    {
        using var markup = new ArticleMarkup(clock, new MarkupOptions());
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        var render = markup.RenderAsync("![a](media/x.webp)", Stuck, "en", caller.Token);
        await entered.WaitAsync(Ct);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => render);
        gate.Set();
    }

    [Fact]
    public async Task A_render_runs_on_another_thread_than_its_caller()
    {
        using var markup = new ArticleMarkup();
        var caller = Environment.CurrentManagedThreadId;
        var worker = 0;

        await markup.RenderAsync("![a](media/x.webp)", _ => { worker = Environment.CurrentManagedThreadId; return null; }, "en", Ct);

        Assert.NotEqual(0, worker);
        Assert.NotEqual(caller, worker);
    }

    public void Dispose()
    {
        gate.Set();
        gate.Dispose();
        entered.Dispose();
    }

    private PictureFile? Stuck(string path)
    {
        entered.Release();
        gate.Wait(Ct);
        return null;
    }
}
