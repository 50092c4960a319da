using NewsSite.BrowserTests.Setting;

namespace NewsSite.BrowserTests;

public sealed class TrafficTests(ReadingRoom room)
{
    private const int Budget = 60 * 1024;

    [Theory]
    [MemberData(nameof(PageKinds.All), MemberType = typeof(PageKinds))]
    public async Task A_page_asks_only_its_own_site_and_the_browser_has_nothing_to_complain_about(string path)
    {
        await using var reader = await room.OpenAsync();
        var answer = await reader.GoAsync(path);
        await ReadToTheEndAsync(reader);

        var site = new Uri(answer.Url).GetLeftPart(UriPartial.Authority);
        Assert.NotEmpty(reader.Requests);
        Assert.All(reader.Requests, request => Assert.StartsWith(site + "/", request.Url, StringComparison.Ordinal));
        // That the page itself is not there is what the browser should say of a 404.
        Assert.Equal(answer.Ok ? 0 : 1, reader.Complaints.Count());
        Assert.All(reader.Complaints, complaint => Assert.Contains("404", complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_policy_and_a_missing_file_would_be_noticed()
    {
        await using var reader = await room.OpenAsync();
        await reader.Page.RouteAsync("**" + PageKinds.Article, async route =>
        {
            var answer = await route.FetchAsync();
            var broken = (await answer.TextAsync()).Replace("</body>", "<p style='color:red'></p><img src='https://elsewhere.invalid/x.png' alt=''><img src='/media/none.webp' alt=''></body>", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = answer, Body = broken });
        });
        await reader.GoAsync(PageKinds.Article);
        await ReadToTheEndAsync(reader);

        Assert.Contains(reader.Complaints, complaint => complaint.Contains("style-src", StringComparison.Ordinal));
        Assert.Contains(reader.Complaints, complaint => complaint.Contains("img-src", StringComparison.Ordinal));
        Assert.Contains(reader.Complaints, complaint => complaint.Contains("404", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(PageKinds.Article)]
    [InlineData(PageKinds.ManyForms)]
    [InlineData(PageKinds.VeryLong)]
    public async Task An_article_fits_the_budget_of_60_KB_and_60_KB_more_for_fonts(string path)
    {
        await using var reader = await room.OpenAsync();
        await reader.GoAsync(path);
        await ReadToTheEndAsync(reader);

        var words = await SizeBytesAsync(reader, "document", "stylesheet", "script");
        var fonts = await SizeBytesAsync(reader, "font");

        TestContext.Current.SendDiagnosticMessage("{0}: {1:N0} bytes of HTML, CSS and script, {2:N0} of fonts", path, words, fonts);
        Assert.InRange(words, 1, Budget);
        Assert.InRange(fonts, 1, Budget);
    }

    /// <summary>With every picture of the page, as somebody loads it who reads it to its end.</summary>
    [Theory]
    [InlineData(ReaderSetup.Phone, 100)]
    [InlineData(ReaderSetup.Desk, 110)]
    public async Task The_front_page_with_all_its_pictures_fits_its_budget(int width, int kilobytes)
    {
        await using var reader = await room.OpenAsync(new() { Width = width });
        await reader.GoAsync(PageKinds.Front);
        await ReadToTheEndAsync(reader);

        var words = await SizeBytesAsync(reader, "document", "stylesheet", "script");
        var fonts = await SizeBytesAsync(reader, "font");
        var pictures = await SizeBytesAsync(reader, "image");

        TestContext.Current.SendDiagnosticMessage("{0} px: {1:N0} bytes of HTML, CSS and script, {2:N0} of fonts, {3:N0} of pictures", width, words, fonts, pictures);
        Assert.InRange(words, 1, Budget);
        Assert.InRange(fonts, 1, Budget);
        Assert.InRange(pictures, 1, kilobytes * 1024);
    }

    private static async Task<int> SizeBytesAsync(Reader reader, params string[] types)
    {
        var total = 0;
        foreach (var request in reader.Requests.Where(request => types.Contains(request.ResourceType)))
        {
            var sizes = await request.SizesAsync();
            total += sizes.ResponseHeadersSize + sizes.ResponseBodySize;
        }

        return total;
    }

    /// <summary>Scrolls down, so that what loads late is asked for too.</summary>
    internal static async Task ReadToTheEndAsync(Reader reader)
    {
        foreach (var picture in await reader.Page.Locator("img").AllAsync())
        {
            // One at a time: a picture that is only passed on the way down may never be asked for.
            await picture.EvaluateAsync("picture => picture.scrollIntoView()");
            await reader.Page.WaitForFunctionAsync("picture => picture.complete", await picture.ElementHandleAsync());
        }

        await reader.Page.WaitForFunctionAsync("() => document.fonts.status === 'loaded'");
        await reader.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
    }
}
