using System.Net;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Architecture;

/// <summary>R10: what is not yet due stands at no public address, and in no header.</summary>
public sealed class EmbargoTests : IDisposable
{
    private const string Slug = "sentinel-slug";

    private static readonly DateTimeOffset Due = NewsApp.Noon.AddHours(3);

    private static readonly string[] Addresses =
    [
        "/", "/harbour", "/secretsection", $"/harbour/{Slug}", $"/secretsection/{Slug}", "/author/secret-author", "/tag/secret-tag", "/2026/11/22",
        "/archive", "/search?q=zebrafish", "/search?q=secret", "/harbour/control", "/nothing", "/author/ines-maddern", "/tag/quay",
    ];

    private static readonly string[] Sentinels = ["zebrafish", "secret-author", "Secret Author", "secret-tag", Slug];

    private readonly NewsApp app = NewsApp.With(
        Secret(Due) with { Slug = Slug },
        Secret(NewsApp.Noon) with { Slug = "sentinel-draft", At = null, More = "status: draft\ntags: [Secret tag, Quay]\nstandfirst: A zebrafish standfirst." },
        Story.Dated("control", NewsApp.Noon.AddHours(-1)) with { Headline = "The controlword is out", More = "tags: [Quay]" });

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Nothing_of_a_scheduled_article_or_a_draft_is_seen_before_its_hour_and_all_of_it_right_after()
    {
        Assert.NotEmpty(await FindAsync(["controlword"]));
        Assert.Empty(await FindAsync(Sentinels));

        app.Clock.SetUtcNow(Due);

        var seen = await FindAsync(Sentinels);
        Assert.All(["/", "/harbour", $"/harbour/{Slug}", "/author/secret-author", "/tag/secret-tag", "/2026/11/22", "/search?q=zebrafish", "/harbour/control"],
            address => Assert.Contains(address, seen));
        Assert.DoesNotContain("sentinel-draft", string.Concat(await FindAsync(["sentinel-draft"])), StringComparison.Ordinal);
    }

    private static Story Secret(DateTimeOffset at) => Story.Dated("", at) with
    {
        Headline = "The zebrafish headline",
        Authors = "Secret Author, Ines Maddern",
        Body = "A zebrafish body. " + Story.DefaultBody,
        More = "tags: [Secret tag, Quay]\nstandfirst: A zebrafish standfirst.",
    };

    private async Task<List<string>> FindAsync(string[] sentinels)
    {
        var found = new List<string>();
        foreach (var address in Addresses)
        {
            using var response = await app.GetAsync(address);
            var text = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)) + response.Headers;

            // A search page gives back what the reader typed; a hit would show the rest of the article too.
            if (address.Split('=') is [_, var typed]) text = text.Replace(typed, "", StringComparison.OrdinalIgnoreCase);
            if (sentinels.Any(sentinel => text.Contains(sentinel, StringComparison.OrdinalIgnoreCase))) found.Add(address);
        }

        return found;
    }
}
