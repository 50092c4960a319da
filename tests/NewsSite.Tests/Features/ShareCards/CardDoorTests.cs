using System.Net;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.ShareCards;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.ShareCards;

/// <summary>The card of an article is there while readers can see the article, and not a moment longer.</summary>
public sealed class CardDoorTests : IDisposable
{
    private static readonly string NoMark = new('0', 32);

    private readonly NewsApp app = NewsApp.With(
        Story.Dated("out", NewsApp.Noon.AddHours(-1)) with { Headline = "The quay is raised" },
        Story.Dated("tomorrow", NewsApp.Noon.AddDays(1)) with { Headline = "The quay falls" });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_address_in_the_page_gives_the_card_for_a_year()
    {
        var url = await CardAsync("/harbour/out");

        using var answer = await app.GetAsync(url);

        Assert.Equal((HttpStatusCode.OK, "image/png", "public, max-age=31536000, immutable"), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString(), Header(answer, "Cache-Control")));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.EndsWith("; sandbox", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        var card = new CardReading(await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal((ShareCard.Width, ShareCard.Height), (card.Width, card.Height));
    }

    [Fact]
    public async Task HEAD_gives_the_same_headers_and_who_has_the_card_is_told_so()
    {
        var url = await CardAsync("/harbour/out");
        using var whole = await app.GetAsync(url);

        using var head = await SendAsync(HttpMethod.Head, url);
        using var unchanged = await SendAsync(HttpMethod.Get, url, whole.Headers.ETag!.ToString());
        using var other = await SendAsync(HttpMethod.Get, url, "\"other\"");

        Assert.Equal((HttpStatusCode.OK, whole.Content.Headers.ContentLength, 0), (head.StatusCode, head.Content.Headers.ContentLength, (await head.Content.ReadAsByteArrayAsync(Ct)).Length));
        Assert.Equal(Header(whole, "Cache-Control"), Header(head, "Cache-Control"));
        Assert.Equal((HttpStatusCode.NotModified, Header(whole, "Cache-Control")), (unchanged.StatusCode, Header(unchanged, "Cache-Control")));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task An_embargoed_card_is_refused_until_the_minute_and_a_draft_has_none()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Administrator);
        var (tomorrow, draft) = (await IdAsync("tomorrow"), (await app.TypeAsync(eva, NewsDesk.Sheet())).Id!.Value);
        var due = await MarkedAsync(tomorrow);
        await AssertNoneAsync(due, await MarkedAsync(draft), $"/card/{draft}-{NoMark}.png", $"/card/{tomorrow}-{NoMark}.png", $"/card/999-{NoMark}.png", "/card/0", "/card/1", $"/card/-1-{NoMark}.png", $"/card/01-{NoMark}.png", $"/card/{new string('9', 40)}-{NoMark}.png", $"/card/1-{NoMark}.jpg", $"/card/1-{NoMark}.png%0A");

        app.Clock.SetUtcNow(NewsApp.Noon.AddDays(1).AddMilliseconds(-1));
        await AssertNoneAsync(due);
        app.Clock.SetUtcNow(NewsApp.Noon.AddDays(1));

        Assert.Equal(due, await CardAsync("/harbour/tomorrow"));
        using var answer = await app.GetAsync(due);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData(WorkflowStep.Retract)]
    [InlineData(WorkflowStep.Unpublish)]
    public async Task A_card_goes_with_its_article(WorkflowStep step)
    {
        var url = await CardAsync("/harbour/out");
        (await app.GetAsync(url)).Dispose();
        var eva = await app.MemberAsync("Eva", StaffRole.Administrator);

        Assert.True((await app.StepAsync(eva, step, await IdAsync("out"), note: "It was wrong.")).IsDone);

        await AssertNoneAsync(url, url.Replace(url[^36..], NoMark + ".png", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_headline_makes_a_new_card_and_the_old_address_leads_to_it()
    {
        var before = await CardAsync("/harbour/out");
        using var old = await app.GetAsync(before);
        app.Edition.Add(Story.Dated("out", NewsApp.Noon.AddHours(-1)) with { Headline = "The quay is lowered" });
        await app.LoadAgainAsync();

        var after = await CardAsync("/harbour/out");
        using var moved = await app.GetAsync(before);
        using var fresh = await app.GetAsync(after);

        Assert.NotEqual(before, after);
        Assert.Equal((HttpStatusCode.Redirect, after, "no-store"), (moved.StatusCode, moved.Headers.Location!.ToString(), Header(moved, "Cache-Control")));
        Assert.NotEqual(await old.Content.ReadAsByteArrayAsync(Ct), await fresh.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task A_card_costs_one_query_and_writes_nothing()
    {
        var url = await CardAsync("/harbour/out");
        var before = await app.TableHashesAsync();

        Assert.Equal(1, await app.Commands.OfAsync(async () => (await app.GetAsync(url)).Dispose()));
        Assert.Equal(1, await app.Commands.OfAsync(async () => (await app.GetAsync(url)).Dispose()));

        Assert.Equal(before, await app.TableHashesAsync());
    }

    private async Task<string> CardAsync(string page) =>
        (await app.PageAsync(page)).QuerySelector("meta[property='og:image']")!.GetAttribute("content")![NewsApp.PublicAddress.Length..];

    private async Task<long> IdAsync(string slug) => (await app.WithDatabaseAsync(db => Task.FromResult(db.Articles.Single(article => article.Slug == Slug.Of(slug)).Id)));

    // The address as somebody would make it who knows all that the card will show.
    private async Task<string> MarkedAsync(long id)
    {
        var article = await app.ArticleAsync(id);
        var shown = (await app.PageAsync("/harbour/out")).QuerySelector("meta[property='og:site_name']")!.GetAttribute("content")!;
        return new ShareCard(article.Id, article.Headline, "en-GB", "Harbour", "teal", shown, null).Url;
    }

    private async Task AssertNoneAsync(params string[] urls)
    {
        foreach (var url in urls)
        {
            using var answer = await app.GetAsync(url);
            Assert.Equal((HttpStatusCode.NotFound, "no-store"), (answer.StatusCode, Header(answer, "Cache-Control")));
            Assert.Null(answer.Headers.ETag);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string url, string? known = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(url, UriKind.Relative));
        if (known is not null) request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await app.Client.SendAsync(request, Ct);
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));
}
