using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Data;

/// <summary>Lists, neighbours and pages all follow one order, checked on a real file against a model in memory.</summary>
public sealed class PublishOrderTests(PublishOrderTests.Archive archive) : IClassFixture<PublishOrderTests.Archive>
{
    [Fact]
    public async Task Walking_Next_from_the_oldest_article_meets_every_visible_one_and_Previous_leads_back()
    {
        var expected = archive.Visible;

        var forward = await WalkAsync(expected[0], (news, place) => news.After(place).OldestFirst());
        var back = await WalkAsync(expected[^1], (news, place) => news.Before(place).NewestFirst());

        Assert.Equal(expected, forward);
        Assert.Equal(expected.Reverse(), back);
    }

    [Property(MaxTest = 60)]
    public Property Before_and_after_agree_with_the_model_at_any_place_and_instant(int seconds, int id, int ahead)
    {
        var place = new PublishPosition(NewsApp.Noon.AddSeconds(seconds % 40), Math.Abs(id % 60));
        var now = NewsApp.Noon.AddSeconds(ahead % 40);
        var visible = archive.All.Where(each => each.At <= now).ToList();

        var before = archive.Query(now, news => news.Before(place).NewestFirst());
        var after = archive.Query(now, news => news.After(place).OldestFirst());

        return (before.SequenceEqual(visible.Where(each => each < place).OrderDescending()) && after.SequenceEqual(visible.Where(each => each > place).Order()))
            .ToProperty();
    }

    [Property(MaxTest = 200)]
    public bool A_place_survives_its_trip_through_an_address(long milliseconds, long id)
    {
        var place = new PublishPosition(DateTimeOffset.FromUnixTimeMilliseconds(Math.Abs(milliseconds % 4_000_000_000_000)), Math.Abs(id % long.MaxValue));
        return PublishPosition.TryParse(place.ToString()) == place;
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1-")]
    [InlineData("-1-2")]
    [InlineData("1-2-3")]
    [InlineData("99999999999999999-1")]
    [InlineData("1-99999999999999999999")]
    [InlineData("1-2;drop table")]
    public void A_token_that_nobody_made_is_no_place(string token) => Assert.Null(PublishPosition.TryParse(token));

    private async Task<IReadOnlyList<PublishPosition>> WalkAsync(PublishPosition from, Func<PublishedNews, PublishPosition, IQueryable<Article>> step)
    {
        var walked = new List<PublishPosition> { from };
        while (archive.Query(NewsApp.Noon, news => step(news, walked[^1]).Take(1)) is [var next]) walked.Add(next);
        return await Task.FromResult(walked);
    }

    /// <summary>Sixty articles around noon, many at the same instant, some still to come.</summary>
    public sealed class Archive : IDisposable
    {
        private readonly NewsApp app = NewsApp.With([.. Enumerable.Range(0, 60).Select(n => Story.Dated($"story-{n}", NewsApp.Noon.AddSeconds(((n * 7) % 25) - 20)))]);

        public Archive()
        {
            using var scope = app.Services.CreateScope();
            All = [.. scope.ServiceProvider.GetRequiredService<NewsDbContext>().Articles.Select(a => new PublishPosition(a.PublishedAt!.Value, a.Id)).AsEnumerable().Order()];
            Visible = [.. All.Where(each => each.At <= NewsApp.Noon)];
            Assert.InRange(Visible.Count, 30, 59);
        }

        public IReadOnlyList<PublishPosition> All { get; }

        public IReadOnlyList<PublishPosition> Visible { get; }

        public IReadOnlyList<PublishPosition> Query(DateTimeOffset now, Func<PublishedNews, IQueryable<Article>> query)
        {
            using var scope = app.Services.CreateScope();
            var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now);
            var news = new PublishedNews(scope.ServiceProvider.GetRequiredService<NewsDbContext>(), new RequestInstant(clock));
            return [.. query(news).Select(a => new PublishPosition(a.PublishedAt!.Value, a.Id))];
        }

        public void Dispose() => app.Dispose();
    }
}
