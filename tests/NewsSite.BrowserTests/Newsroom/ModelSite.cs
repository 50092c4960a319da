using NewsSite.BrowserTests.Setting;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>One small site that the tests of a class share, each with an account of its own.</summary>
public sealed class ModelSite : IAsyncLifetime
{
    private ModelEdition? edition;

    public RunningSite Site => edition!.Site;

    public async ValueTask InitializeAsync() => edition = await ModelEdition.StartAsync();

    public ValueTask DisposeAsync() => edition?.DisposeAsync() ?? ValueTask.CompletedTask;
}
