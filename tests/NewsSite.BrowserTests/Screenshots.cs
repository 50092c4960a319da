using NewsSite.BrowserTests.Setting;

namespace NewsSite.BrowserTests;

/// <summary>No test: takes the pictures of the documentation, by tests/run.sh --screenshots FOLDER.</summary>
public sealed class Screenshots(ReadingRoom room)
{
    [Theory(Explicit = true)]
    [InlineData("front", PageKinds.Front, false)]
    [InlineData("section", PageKinds.Section, false)]
    [InlineData("article-closed", PageKinds.Article, false)]
    [InlineData("article-open", PageKinds.Article, true)]
    [InlineData("search", PageKinds.Search, false)]
    [InlineData("404", PageKinds.NotFound, false)]
    public async Task Take(string name, string path, bool open)
    {
        var folder = Environment.GetEnvironmentVariable("NEWSSITE_SCREENSHOTS");
        Assert.False(string.IsNullOrEmpty(folder), "Name a folder in NEWSSITE_SCREENSHOTS.");
        foreach (var width in new[] { ReaderSetup.Desk, ReaderSetup.Phone })
        foreach (var dark in new[] { false, true })
        {
            await using var reader = await room.OpenAsync(new() { Width = width, Dark = dark });
            await reader.GoAsync(path);
            if (open) await reader.Page.Locator("#summary > summary").ClickAsync();
            foreach (var picture in await reader.Page.Locator("img").AllAsync()) await picture.EvaluateAsync("picture => { picture.loading = 'eager'; return picture.decode(); }");
            await reader.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{(dark ? "dark" : "light")}.png"), FullPage = true });
        }
    }
}
