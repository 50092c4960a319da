using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Articles;

/// <summary>Random days in the newsroom: few names for several articles, so that they get in each other's way.</summary>
public sealed class AddressPropertyTests : IDisposable
{
    private const int Steps = 40;

    private static readonly string[] Names = ["quay", "barrier", "siren", "storm", "mole"];

    private readonly NewsApp app = NewsApp.With(
        new Story { Slug = "quay" }, new Story { Slug = "barrier", Section = "council" }, new Story { Slug = "siren", At = null, More = "status: draft" });

    // Whom readers are led to from a slug, and every address that ever showed them an article.
    private readonly Dictionary<string, long> led = [];
    private readonly HashSet<string> seen = [];
    private readonly List<string> diary = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task No_address_that_readers_saw_is_ever_lost(int seed)
    {
        var random = new Random(seed);
        var eva = await app.MemberAsync("Eva", StaffRole.Editor, 1, 2);
        await CheckAsync();
        for (var step = 0; step < Steps; step++)
        {
            await StepAsync(eva, 1 + random.Next(3), random);
            await CheckAsync();
        }

        Assert.True(seen.Count > Names.Length, "The days were too quiet: " + string.Join('\n', diary));
    }

    private async Task StepAsync(StaffMember eva, long id, Random random)
    {
        if (random.Next(8) == 0) app.Clock.Advance(TimeSpan.FromHours(2));
        var (before, sheet) = (await app.ArticleAsync(id), (await app.OpenAsync(eva, id))!);
        var form = sheet.Form;
        (form.Slug, form.Section, form.TakesOver) = (Names[random.Next(Names.Length)], 1 + random.Next(2), random.Next(2) == 0);
        if (!sheet.WasOut) form.PublishAt = random.Next(2) == 0 ? app.Clock.GetUtcNow().AddHours(2).ToString("yyyy-MM-dd'T'HH:mm", null) : null;
        var wanted = form.Slug;
        var step = Choose(sheet, random);
        var result = await app.StepAsync(eva, step, id, form, note: "For the record.");
        diary.Add($"{id} {before.Status} {before.Slug} {step} as {form.Section}/{wanted}{(form.TakesOver ? " taken over" : "")}: {result.Outcome} {string.Join(' ', result.Errors?.All.Keys ?? [])}");

        var isHeld = led.TryGetValue(wanted, out var holder) && holder != id && wanted != before.Slug.Value;
        if (result.Errors?.Has(nameof(form.TakesOver)) is true) Assert.True(isHeld && !form.TakesOver, Diary);
        if (result.IsDone && (await app.ArticleAsync(id)).Slug.Value == wanted) Assert.True(!isHeld || form.TakesOver, Diary);
    }

    private static WorkflowStep Choose(EditorSheet sheet, Random random) => sheet.Status switch
    {
        ArticleStatus.Draft => random.Next(3) == 0 ? WorkflowStep.Submit : WorkflowStep.Publish,
        ArticleStatus.InReview => random.Next(2) == 0 ? WorkflowStep.Publish : WorkflowStep.SendBack,
        ArticleStatus.Published when random.Next(30) == 0 => WorkflowStep.Retract,
        _ => random.Next(3) == 0 ? WorkflowStep.Unpublish : WorkflowStep.Update,
    };

    private async Task CheckAsync()
    {
        var now = app.Clock.GetUtcNow();
        var articles = await app.WithDatabaseAsync(db => db.Articles.AsNoTracking().Include(article => article.Section).ToDictionaryAsync(article => article.Id, Ct));
        foreach (var article in articles.Values.Where(article => article.HasReaders(now)))
        {
            led[article.Slug.Value] = article.Id;
            seen.Add(AddressOf(article));
        }

        foreach (var address in seen)
        {
            var article = articles[led[address.Split('/')[2]]];
            using var answer = await app.GetAsync(address);
            var expected = !article.HasReaders(now) ? (HttpStatusCode.Gone, null)
                : AddressOf(article) == address ? (HttpStatusCode.OK, null)
                : (HttpStatusCode.MovedPermanently, AddressOf(article));
            Assert.True(expected == (answer.StatusCode, answer.Headers.Location?.OriginalString), $"{address} answered {answer.StatusCode} {answer.Headers.Location}, not {expected}\n{Diary}");
        }
    }

    private string Diary => string.Join('\n', diary);

    private static string AddressOf(Article article) => $"/{article.Section.Slug}/{article.Slug}";
}
