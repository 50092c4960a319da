using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Publishing;
using NewsSite.Features.Summaries;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Summaries;

public sealed class SummaryLifecycleTests : IDisposable
{
    private const string Own = "summary: The quay grows by forty centimetres. Nobody asked the fish.";

    private readonly NewsApp app = NewsApp.With(new Story { Slug = "picked" }, new Story { Slug = "own", More = Own });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_changed_body_gets_a_new_picked_summary()
    {
        var before = await SummaryAsync("picked");
        app.Edition.Add(new Story { Slug = "picked", Body = Story.DefaultBody.Replace("forty centimetres", "seventy centimetres", StringComparison.Ordinal) });
        await app.LoadAgainAsync();

        var after = await SummaryAsync("picked");

        Assert.NotEqual(before.BodyHash, after.BodyHash);
        Assert.Contains(after.Sentences, s => s.Text.Contains("seventy", StringComparison.Ordinal));
        Assert.False(after.IsStale);
    }

    [Fact]
    public async Task A_person_s_summary_over_a_changed_body_is_kept_and_marked_stale_until_its_words_change()
    {
        app.Edition.Add(new Story { Slug = "own", More = Own, Body = Story.DefaultBody + "\n\nA late addition." });
        await app.LoadAgainAsync();
        Assert.True((await SummaryAsync("own")).IsStale);
        Assert.Contains("has changed since", (await app.PageAsync("/harbour/own")).QuerySelector(".made")!.TextContent, StringComparison.Ordinal);

        app.Edition.Add(new Story { Slug = "own", More = Own + " They got a siren.", Body = Story.DefaultBody + "\n\nA late addition." });
        await app.LoadAgainAsync();
        Assert.False((await SummaryAsync("own")).IsStale);
    }

    [Fact]
    public async Task An_editor_s_choice_outlives_unrelated_changes_and_is_marked_stale_for_readers_when_a_source_goes()
    {
        await app.FileAsync("picked", Copy.Verbatim(Copy.Third, Copy.First));
        Assert.Equal("Sentences from this article, chosen by Ann Lee; none rewritten.", await MadeAsync("picked"));

        var kept = SummaryChoice.Of(await SummaryAsync("picked"));
        await app.FileAsync("picked", kept, "Bo Ray", Story.DefaultBody + "\n\nA late addition.");
        Assert.Equal("Sentences from this article, chosen by Ann Lee; none rewritten.", await MadeAsync("picked"));

        var changed = Story.DefaultBody.Replace("forty", "seventy", StringComparison.Ordinal);
        await app.FileAsync("picked", SummaryChoice.Of(await SummaryAsync("picked")), "Bo Ray", changed);
        Assert.Equal("Picked automatically from this article, then edited by Ann Lee. The article has changed since.", await MadeAsync("picked"));
        Assert.True((await SummaryAsync("picked")).IsStale);

        await app.FileAsync("picked", SummaryChoice.Of(await SummaryAsync("picked"))! with { Checked = SummaryMaker.BodyHash(changed) }, "Bo Ray", changed);
        Assert.False((await SummaryAsync("picked")).IsStale);

        await app.FileAsync("picked", null, "Bo Ray", changed);
        Assert.StartsWith("Sentences picked automatically", await MadeAsync("picked"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rewritten_sentence_leads_to_its_source_and_German_readers_are_told_in_German()
    {
        app.Edition.Site(language: "de");
        await app.LoadAgainAsync();
        await app.FileAsync("picked", Copy.Choose(("The quay grows.", Copy.First), (Copy.Third, Copy.Third)));

        var page = await app.PageAsync("/harbour/picked");

        Assert.Equal(Copy.First, page.QuerySelector(page.QuerySelector("details.summary li a")!.GetAttribute("href")!)!.TextContent);
        Assert.Equal("Automatisch aus diesem Artikel ausgewählt, dann von Ann Lee bearbeitet.", page.QuerySelector(".made")!.TextContent.Trim());
        Assert.Equal("Von der Redaktion geschrieben.", (await app.PageAsync("/harbour/own")).QuerySelector(".made")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_model_s_words_that_somebody_approved_outlive_a_revision_and_are_marked_stale()
    {
        var approved = new ArticleSummary(
            SummaryOrigin.LanguageModel, [new SummarySentence("The quay grows.", null), new SummarySentence("A siren comes.", null)],
            "test-model", SummaryMaker.BodyHash(Story.DefaultBody), "Jane Doe");
        await app.InScopeAsync(async services =>
        {
            var article = await services.GetRequiredService<NewsSite.Data.NewsDbContext>().Articles.Where(a => a.Slug == NewsSite.Domain.Slug.Of("picked")).Select(a => new { a.Id, a.Body.Html }).SingleAsync(Ct);
            return await services.GetRequiredService<PublishingDesk>().SummarizeAsync(article.Id, approved, article.Html, Actor.CommandLine, Ct);
        });

        app.Edition.Add(new Story { Slug = "picked", Body = Story.DefaultBody + "\n\nA late addition." });
        await app.LoadAgainAsync();

        Assert.Equal("Written by a language model; approved by Jane Doe. The article has changed since.", await MadeAsync("picked"));
        Assert.Equal(["The quay grows.", "A siren comes."], (await SummaryAsync("picked")).Sentences.Select(s => s.Text));
        Assert.Equal("test-model", (await SummaryAsync("picked")).Method);

        app.Edition.Add(new Story { Slug = "picked", More = "summary: The board has decided." });
        await app.LoadAgainAsync();
        Assert.Equal("Written by the newsroom.", await MadeAsync("picked"));
    }

    [Fact]
    public async Task A_short_article_has_no_box()
    {
        app.Edition.Add(new Story { Slug = "short", Body = "The quay is closed today. It opens tomorrow at eight." });
        await app.LoadAgainAsync();

        Assert.Empty((await app.PageAsync("/harbour/short")).QuerySelectorAll("details.summary"));
    }

    [Fact]
    public async Task An_article_can_switch_the_box_off()
    {
        app.Edition.Add(new Story { Slug = "picked", More = "summary: none" });
        await app.LoadAgainAsync();

        Assert.Empty((await app.PageAsync("/harbour/picked")).QuerySelectorAll("details.summary"));
        Assert.Equal(0, await app.Services.GetRequiredService<SummaryUpkeep>().RunAsync(Ct));
    }

    [Fact]
    public async Task A_section_can_switch_its_boxes_off_and_on_again()
    {
        app.Edition.Write("site.yml", "name: The Test Courier\nsections:\n  - slug: harbour\n    name: Harbour\n    summaries: none\n");
        await app.LoadAgainAsync();
        Assert.Empty((await app.PageAsync("/harbour/picked")).QuerySelectorAll("details.summary"));

        app.Edition.Site();
        await app.LoadAgainAsync();
        Assert.Equal(2, (await app.PageAsync("/harbour/picked")).QuerySelectorAll("details.summary").Length);
    }

    [Fact]
    public async Task A_new_method_picks_anew_leaves_people_s_words_alone_and_goes_on_after_a_stop()
    {
        app.Edition.Add([.. Enumerable.Range(0, 5).Select(n => new Story { Slug = $"more-{n}" })]);
        await app.LoadAgainAsync();
        var before = (await app.PageAsync("/harbour/picked")).QuerySelector("main")!.InnerHtml;
        var own = (await SummaryAsync("own")).Sentences;
        await app.WithDatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE ArticleSummaries SET Method = 'an older one', Sentences = '[]' WHERE Origin = 'Picked'", Ct));

        await Assert.ThrowsAsync<InvalidOperationException>(() => StoppedAfterAsync(2));
        var rest = await app.Services.GetRequiredService<SummaryUpkeep>().RunAsync(Ct);

        Assert.Equal(4, rest);
        Assert.Equal(0, await app.Services.GetRequiredService<SummaryUpkeep>().RunAsync(Ct));
        Assert.Equal(before, (await app.PageAsync("/harbour/picked")).QuerySelector("main")!.InnerHtml);
        Assert.Equal(own, (await SummaryAsync("own")).Sentences);
    }

    [Fact]
    public async Task A_summary_names_the_method_that_made_it()
    {
        Assert.Equal(app.Services.GetRequiredService<SummaryMaker>().Method, (await SummaryAsync("picked")).Method);
        Assert.Equal(
            "Sentences picked automatically by a trained model; none rewritten.",
            (await app.PageAsync("/harbour/picked")).QuerySelector(".made")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_archive_teaches_with_people_s_summaries_and_no_others()
    {
        await using var lines = new StringWriter();

        Assert.Equal(1, await app.InScopeAsync(services => services.GetRequiredService<SummaryExport>().WriteAsync(lines, Ct)));

        var example = System.Text.Json.JsonDocument.Parse(lines.ToString()).RootElement;
        Assert.Equal("Headline of own", example.GetProperty("headline").GetString());
        Assert.Equal(5, example.GetProperty("paragraphs").GetArrayLength());
        Assert.Equal(["The quay grows by forty centimetres.", "Nobody asked the fish."], example.GetProperty("reference").EnumerateArray().Select(s => s.GetString()));
    }

    private Task<int> StoppedAfterAsync(int count)
    {
        var saved = 0;
        return app.Services.GetRequiredService<SummaryRebuild>().RunAsync((services, id, summary, html) =>
            saved++ < count ? services.GetRequiredService<PublishingDesk>().SummarizeAsync(id, summary, html, by: null, Ct) : throw new InvalidOperationException("stopped"), Ct);
    }

    private async Task<string> MadeAsync(string slug) => (await app.PageAsync("/harbour/" + slug)).QuerySelector(".made")!.TextContent.Trim();

    private Task<ArticleSummary> SummaryAsync(string slug) => app.WithDatabaseAsync(db =>
        db.Articles.AsNoTracking().Where(a => a.Slug == NewsSite.Domain.Slug.Of(slug)).Select(a => a.Summary!).SingleAsync(Ct));
}
