using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Features.Newsroom.Checks;
using NewsSite.Markup;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Architecture.Embargo;

/// <summary>Answers that could tell by their kind alone that something is there.</summary>
public sealed class NoWordOfItTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(
        Story.Dated("out", NewsApp.Noon.AddHours(-1)),
        Story.Dated("waiting", NewsApp.Noon.AddHours(1)) with { Authors = "Hidden Hand", More = "tags: [Hidden]" });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("/tag/hidden", "/tag/nobody")]
    [InlineData("/author/hidden-hand", "/author/nobody")]
    [InlineData("/harbour/waiting", "/harbour/nobody")]
    [InlineData("/council/waiting", "/council/nobody")]
    [InlineData("/2026/11/23", "/2026/11/24")]
    public async Task What_only_a_waiting_article_has_answers_as_what_does_not_exist(string hidden, string nothing)
    {
        var (one, other) = (await AskAsync(hidden), await AskAsync(nothing));

        Assert.Equal(HttpStatusCode.NotFound, one.Status);
        Assert.Equal(other, one);
    }

    [Fact]
    public async Task Who_may_not_open_it_is_told_that_it_does_not_exist_and_who_may_is_told_what_it_is()
    {
        var (ann, eva) = (await app.MemberAsync("Ann", StaffRole.Author), await app.MemberAsync("Eva", StaffRole.Editor, 1));

        Assert.Contains("does not exist", await LinkAsync(ann, "/harbour/waiting"), StringComparison.Ordinal);
        Assert.Contains("is only scheduled", await LinkAsync(eva, "/harbour/waiting"), StringComparison.Ordinal);
        Assert.Equal("There is no article with this slug or address.", await TranslateAsync(ann, "waiting"));
        Assert.Null(await TranslateAsync(eva, "waiting"));
        Assert.Null(await TranslateAsync(ann, "out"));
    }

    [Fact]
    public async Task The_request_log_holds_the_address_that_was_asked_for_and_nothing_else_of_it()
    {
        using var logged = NewsApp.Logging(Story.Dated("waiting", NewsApp.Noon.AddHours(1)) with { Headline = "The hidden headline", Authors = "Hidden Hand", More = "tags: [Hidden]\nunknown: x" });
        using var asked = await logged.GetAsync("/harbour/waiting");

        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(logged.DataFolder, "logs")));
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var lines = (await new StreamReader(stream).ReadToEndAsync(Ct)).Split('\n').Where(line => line.Contains("hidden", StringComparison.OrdinalIgnoreCase) || line.Contains("waiting", StringComparison.Ordinal)).ToList();

        Assert.Contains(lines, line => line.Contains("GET /harbour/waiting 404", StringComparison.Ordinal));
        // By design: whoever keeps the files is told which one has a fault, and where.
        Assert.Contains(lines, line => line.Contains("articles/waiting.md(8): “unknown” is not a field of an article", StringComparison.Ordinal));
        Assert.Equal(2, lines.Count);
    }

    private async Task<string> LinkAsync(StaffMember member, string href)
    {
        var parts = BodyParts.Of((await Copy.RenderAsync($"[Here]({href})")).Html);
        return Assert.Single(await app.InScopeAsync(services => services.GetRequiredService<LinkCheck>().RunAsync(parts, member, Ct))).Words;
    }

    private async Task<string?> TranslateAsync(StaffMember member, string slug)
    {
        var form = NewsDesk.Sheet();
        form.TranslationOf = slug;
        return (await app.StepAsync(member, WorkflowStep.Submit, null, form)).Errors?.All.GetValueOrDefault(nameof(ArticleForm.TranslationOf));
    }

    private async Task<(HttpStatusCode Status, string Headers, string Body)> AskAsync(string url)
    {
        using var response = await app.GetAsync(url);
        return (response.StatusCode, $"{response.Headers}{response.Content.Headers}", await response.Content.ReadAsStringAsync(Ct));
    }
}
