using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Media;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Feeds;

/// <summary>A site with more articles than a page of a feed holds, the newest of them with all that an article can have.</summary>
public sealed class FeedSite : IAsyncLifetime
{
    public const int Count = 65;

    private const string Body =
        """
        ## The tides

        The harbour board voted on Monday, as [reported](/harbour/story-1) and [explained](#h-the-tides), to raise the quay by forty centimetres.[^1] Write to [the desk](mailto:desk@courier.example).

        | Time | Level |
        |:-----|------:|
        | 8:00 | 2.1   |

        ![A crane](media/crane.jpg "The crane.")

        Work begins in March and costs 2.4 million crowns, which the board takes from its storm fund, the treasurer said.

        [^1]: Minutes of Monday.
        """;

    public NewsApp App { get; } = NewsApp.With([.. Enumerable.Range(1, Count - 1).Select(n => Story.Dated($"story-{n}", NewsApp.Noon.AddMinutes(-n)) with { More = "tags: [Quay]" })]);

    public Asset Picture { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllBytesAsync(Path.Combine(App.Edition.Path, "media", "crane.jpg"), TestPicture.Jpeg(width: 600, height: 400));
        App.Edition.Add(Story.Dated("story-0", NewsApp.Noon.AddSeconds(-30)) with
        {
            Headline = "The quay & its <crane>",
            Authors = "Ines Maddern, Tomás Okell",
            More = "tags: [Quay, Storm & tide]\nlanguage: de\nstandfirst: Forty centimetres & no <less>.\nupdatedAt: 2026-11-22T12:00:00+00:00\nimage:\n  path: media/crane.jpg\n  alt: A crane",
            Body = Body,
        });
        Assert.Empty((await App.LoadAgainAsync()).Problems.Select(problem => problem.ToString()));
        Picture = await App.WithDatabaseAsync(db => db.Assets.SingleAsync(TestContext.Current.CancellationToken));
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
