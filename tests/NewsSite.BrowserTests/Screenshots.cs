using NewsSite.BrowserTests.Setting;

namespace NewsSite.BrowserTests;

/// <summary>No test: takes the pictures of the documentation, by tests/run.sh --screenshots FOLDER.</summary>
public sealed class Screenshots(ReadingRoom room)
{
    public static MatrixTheoryData<(string Name, string Path, bool Open), int, bool> Looks { get; } = new(
        [
            ("front", PageKinds.Front, false), ("section", PageKinds.Section, false), ("archive", "/archive", false), ("year", "/2026", false), ("month", "/2026/11", false), ("day", "/2026/11/21", false), ("tags", "/tags", false), ("authors", "/authors", false),
            ("article-closed", PageKinds.Article, false), ("article-open", PageKinds.Article, true),
            ("search", PageKinds.Search, false), ("404", PageKinds.NotFound, false),
        ],
        [ReaderSetup.Desk, ReaderSetup.Phone],
        [false, true]);

    [Theory(Explicit = true)]
    [MemberData(nameof(Looks))]
    public async Task Take((string Name, string Path, bool Open) page, int width, bool dark)
    {
        var folder = Environment.GetEnvironmentVariable("NEWSSITE_SCREENSHOTS");
        Assert.False(string.IsNullOrEmpty(folder), "Name a folder in NEWSSITE_SCREENSHOTS.");
        await using var reader = await room.OpenAsync(new() { Width = width, Dark = dark });
        await reader.GoAsync(page.Path);
        if (page.Open) await reader.Page.Locator("#summary > summary").ClickAsync();
        foreach (var picture in await reader.Page.Locator("img").AllAsync())
            await picture.EvaluateAsync("picture => { picture.loading = 'eager'; return picture.decode(); }");

        var file = $"{page.Name}-{width}-{(dark ? "dark" : "light")}.png";
        await reader.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
    }
}
