using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features;

/// <summary>A summary is one text, wherever it is told.</summary>
public sealed class SummaryTruthTests : IDisposable
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly NewsApp app = NewsApp.With(new Story { Slug = "quay", Headline = "Quay & “pier” <raised>", More = "standfirst: What it is about." });

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_picked_summary_is_the_same_text_everywhere()
    {
        var told = await ToldAsync();

        Assert.True(told["the page"].Length > 100, told["the page"]);
        Assert.All(told, each => Assert.Equal(each.Key + ": " + told["the page"], each.Key + ": " + each.Value));
        Assert.Equal(11, told.Count);
    }

    [Fact]
    public async Task So_is_a_summary_that_a_person_wrote_with_signs_that_markup_knows()
    {
        app.Edition.Add(new Story { Slug = "quay", More = "summary: 'The board & its “quay” <raise> it: 40 cm ]]> </script> by 2027. It costs 2.4 million crowns.'" });
        await app.LoadAgainAsync();

        var told = await ToldAsync();

        Assert.Equal("The board & its “quay” <raise> it: 40 cm ]]> </script> by 2027. It costs 2.4 million crowns.", told["the page"]);
        Assert.All(told, each => Assert.Equal(each.Key + ": " + told["the page"], each.Key + ": " + each.Value));
    }

    private async Task<Dictionary<string, string>> ToldAsync()
    {
        var page = await app.PageAsync("/harbour/quay");
        var told = new Dictionary<string, string>
        {
            ["the page"] = SentencesOf(page, "#summary"),
            ["the foot of the page"] = SentencesOf(page, "#summary-end"),
            ["og:description"] = page.QuerySelector("meta[property='og:description']")!.GetAttribute("content")!,
            ["the description"] = page.QuerySelector("meta[name=description]")!.GetAttribute("content")!,
            ["the abstract"] = page.QuerySelectorAll("script[type='application/ld+json']").Select(script => JsonDocument.Parse(script.TextContent).RootElement)
                .Single(data => data.GetProperty("@type").GetString() == "NewsArticle").GetProperty("abstract").GetString()!,
        };
        foreach (var kind in (string[])["", "-summary"])
        {
            // A description of RSS is HTML; the others are plain text.
            told[$"RSS{kind}"] = new HtmlParser().ParseDocument(XDocument.Parse(await TextAsync($"/feeds/rss{kind}.xml")).Descendants("item").Single().Element("description")!.Value).Body!.TextContent;
            told[$"Atom{kind}"] = XDocument.Parse(await TextAsync($"/feeds/atom{kind}.xml")).Descendants(Atom + "entry").Single().Element(Atom + "summary")!.Value;
            told[$"JSON Feed{kind}"] = JsonDocument.Parse(await TextAsync($"/feeds/feed{kind}.json")).RootElement.GetProperty("items")[0].GetProperty("summary").GetString()!;
        }

        return told;
    }

    private static string SentencesOf(IDocument page, string box) => string.Join(' ', page.QuerySelectorAll(box + " li").Select(line => line.FirstChild!.TextContent.Trim()));

    private async Task<string> TextAsync(string url)
    {
        using var answer = await app.GetAsync(url);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
