using System.Net;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom;

public sealed class ArticleFormTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(Story.Dated("out", NewsApp.Noon.AddDays(-1)));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("Save")]
    [InlineData("Step")]
    [InlineData("")]
    public async Task Posting_what_no_form_asks_for_changes_nothing_but_the_text(string handler)
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Contributor);
        var id = (await app.TypeAsync(ann, NewsDesk.Sheet())).Id!.Value;
        using var browser = await app.BrowserOfAsync("ann@courier.example");
        var before = await StateAsync(id);
        var page = await browser.GetAsync($"/admin/articles/{id}");
        var fields = new[] { typeof(Article), typeof(ArticleSummary), typeof(WorkingCopy), typeof(AuditEntry) }
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)).Select(property => property.Name).Distinct()
            .Except(["Headline", "Standfirst", "Slug", "Language", "Series", "TranslationOf", "Notes", "OffersSummary", "Summary", "Picture", "Section", "Tags", "Byline", "Body", "Version"])
            .SelectMany(name => new[] { name, "form." + name, "Form." + name, "article." + name, "Sheet." + name, "Member." + name })
            .ToDictionary(name => name, name => name.EndsWith("Status", StringComparison.Ordinal) ? "Published" : name.EndsWith("At", StringComparison.Ordinal) ? "2020-01-01T00:00:00Z" : "1");
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = page.Page.QuerySelector("#sheet input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            ["Version"] = page.Page.QuerySelector("input[name=Version]")!.GetAttribute("value")!,
            ["Headline"] = "New words",
            ["Body"] = Story.DefaultBody,
            ["Section"] = "1",
            ["step"] = "Publish",
        })
        {
            fields[name] = value;
        }

        var answer = await browser.PostAsync($"/admin/articles/{id}" + (handler.Length == 0 ? "" : "?handler=" + handler), fields);

        Assert.NotEqual(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(before, await StateAsync(id));
        Assert.Equal("New words", (await app.OpenAsync(ann, id))!.Form.Headline);
    }

    /// <summary>All of the article that typing does not change.</summary>
    private Task<string> StateAsync(long id) => app.WithDatabaseAsync(async db =>
    {
        var article = await db.Articles.AsNoTracking().SingleAsync(each => each.Id == id, Ct);
        string[] typed = [nameof(Article.Headline), nameof(Article.Words), nameof(Article.Version)];
        var values = typeof(Article).GetProperties().Where(property => !typed.Contains(property.Name)).Select(property => $"{property.Name}={property.GetValue(article)}");
        return string.Join('|', values) + await db.Articles.CountAsync(Ct);
    });

    /// <summary>A field that is added and forgotten there would be read whole at each key.</summary>
    [Fact]
    public void The_preview_reads_no_line_further_than_it_could_be_filed()
    {
        var form = new ArticleForm();
        var lines = typeof(ArticleForm).GetProperties().Where(property => property.PropertyType == typeof(string)).ToList();
        foreach (var line in lines) line.SetValue(form, new string('a', 100_000));

        _ = form.Shortened();

        Assert.Equal(["Body", "Summary"], lines.Where(line => ((string)line.GetValue(form)!).Length > 5_000).Select(line => line.Name));
    }
}
