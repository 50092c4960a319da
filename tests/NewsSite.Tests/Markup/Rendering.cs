using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsSite.Markup;

namespace NewsSite.Tests.Markup;

/// <summary>Renders for the tests, with a picture library that holds everything under <c>media/</c>.</summary>
internal static class Rendering
{
    private static readonly ArticleMarkup Markup = new(TimeProvider.System, new MarkupOptions { Deadline = TimeSpan.FromMinutes(2) });

    public static PictureFile? Library(string path) =>
        path.StartsWith("media/", StringComparison.Ordinal) ? new PictureFile("/" + path, 1200, 800) : null;

    public static Task<MarkupOutcome> OutcomeOf(string markdown, string language = "en") =>
        Markup.RenderAsync(markdown, Library, language, TestContext.Current.CancellationToken);

    public static async Task<RenderedBody> BodyOf(string markdown, string language = "en")
    {
        var outcome = await OutcomeOf(markdown, language);
        Assert.Null(outcome.Refusal);
        return outcome.Body!;
    }

    public static async Task<IElement> PageOf(string markdown, string language = "en") => Parse((await BodyOf(markdown, language)).Html);

    public static async Task<MarkupRefusal> RefusalOf(string markdown)
    {
        var outcome = await OutcomeOf(markdown);
        Assert.Null(outcome.Body);
        return outcome.Refusal!;
    }

    public static IElement Parse(string html) => new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!;
}
