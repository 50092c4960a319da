using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Features.Publishing;
using NewsSite.Features.Summaries;
using NewsSite.Markup;
using NewsSite.Summaries;

namespace NewsSite.Tests.Support;

/// <summary>An article's text as the editor holds it, and the summary that somebody chooses for it.</summary>
public static class Copy
{
    public const string First = "The harbour board of Aldermoor voted on Monday to raise the quay by forty centimetres before the next winter.";
    public const string Second = "Work begins in March and costs 2.4 million crowns, which the board takes from its storm fund, the treasurer said.";
    public const string Third = "Fishermen on the outer mole had asked for a siren instead, and will get one in the second year of the work.";
    public const string Fifth = "The council must still agree to close the fish market for three weeks in April.";

    private static readonly ArticleMarkup Markup = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<RenderedBody> RenderAsync(string markdown, Func<string, PictureFile?>? pictures = null) =>
        (await Markup.RenderAsync(markdown, pictures ?? (_ => null), "en", Ct)).Body!;

    public static async Task<SummaryBrief> BriefAsync(SummaryChoice? choice, string? editor = "Ann Lee", string markdown = Story.DefaultBody) =>
        new("The quay rises", null, "en", markdown, await RenderAsync(markdown), choice, editor);

    public static async Task<SummaryDraft> DraftAsync(SummaryChoice? choice, string? editor = "Ann Lee", string markdown = Story.DefaultBody) =>
        new SummaryMaker(new ForestSummarizer()).Make(await BriefAsync(choice, editor, markdown))!;

    /// <summary>A choice made over a text; a pair's second is the source, and one sentence alone is verbatim.</summary>
    public static SummaryChoice Choose(params (string Text, string? Source)[] sentences) => new()
    {
        Sentences = [.. sentences.Select(sentence => new ChosenSentence(sentence.Text, sentence.Source))],
        Made = SummaryMaker.BodyHash(Story.DefaultBody),
    };

    public static SummaryChoice Verbatim(params string[] sentences) => Choose([.. sentences.Select(sentence => (sentence, (string?)sentence))]);

    /// <summary>Files the article as the newsroom does.</summary>
    public static Task<bool> FileAsync(this NewsApp app, string slug, SummaryChoice? choice, string? editor = "Ann Lee", string markdown = Story.DefaultBody) =>
        app.InScopeAsync(async services =>
        {
            var known = Slug.Of(slug);
            var db = services.GetRequiredService<NewsSite.Data.NewsDbContext>();
            var article = db.Articles.Where(article => article.Slug == known)
                .Select(article => new { article.Id, article.Section, Authors = article.Byline.Select(entry => entry.Author).ToList() }).Single();
            var manuscript = new Manuscript
            {
                Headline = "Headline of " + slug,
                Slug = known,
                Section = article.Section,
                Authors = article.Authors,
                Body = markdown,
                Choice = choice,
                SummaryEditor = editor,
            };
            var prepared = await services.GetRequiredService<CopyDesk>().PrepareAsync(manuscript, "en", Ct);
            return await services.GetRequiredService<PublishingDesk>().ReviseAsync(article.Id, prepared.Copy!, NewsSite.Domain.Staff.Actor.Edition, Ct) is not null;
        });

    public static string MadeBy(this ArticleSummary summary) => $"{summary.Making} by {summary.Editor}{(summary.IsStale ? ", stale" : "")}";
}
