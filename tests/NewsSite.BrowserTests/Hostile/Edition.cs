using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Importing;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>A folder of files with hostile texts in every field that a file has.</summary>
internal sealed class Edition : IDisposable
{
    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, int> Free = new()
    {
        ["headline"] = Article.MaxHeadlineLength,
        ["standfirst"] = Article.MaxStandfirstLength,
        ["authors"] = Author.MaxNameLength,
        ["tags"] = Tag.MaxNameLength,
        ["summary"] = 3000,
        ["series"] = Article.MaxSeriesLength,
        ["alt"] = Picture.MaxTextLength,
        ["caption"] = Picture.MaxTextLength,
        ["credit"] = Picture.MaxTextLength,
    };

    private static readonly string[] Strict = ["section", "publishedAt", "status", "slug", "updatedAt", "language", "translationOf", "path"];

    private static readonly string[] Optional = ["status", "updatedAt", "language", "translationOf"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newssite-hostile-");

    public Edition()
    {
        foreach (var part in new[] { "articles", "media", "pages" }) folder.CreateSubdirectory(part);
        Write("site.yml", "name: The Test Courier\nlanguage: en-GB\ntimeZone: Europe/Brussels\nsections:\n  - slug: harbour\n    name: Harbour\n  - slug: council\n    name: Council\n  - slug: two\n    name: Two\n  - slug: one\n    name: One\n");
        File.WriteAllBytes(Path.Combine(Folder, "media", "p.png"), TestPicture.Png(width: 40, height: 30));
        Add("file-twin", null, "2024-01-01T08:00:00Z");
        for (var n = 0; n < 36; n++) Add($"file-alone-{n}", null, $"2022-01-{1 + (n % 28):00}T08:{n:00}:00Z", series: $"Series {n}", section: n switch { < 2 => "two", 2 => "one", _ => "harbour" });
    }

    public string Folder => folder.FullName;

    /// <summary>Names of the articles that the site did not take.</summary>
    public HashSet<string> Refused { get; } = [];

    public static string NameOf(Row row) => string.Create(CultureInfo.InvariantCulture, $"file-{row.Number}");

    public static IEnumerable<string> Fields => Free.Keys.Concat(Strict).Concat(["body"]);

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>One file a row, with the row in every field that can hold it.</summary>
    public Task TryAsync(IReadOnlyList<Row> rows, Stage stage)
    {
        foreach (var row in rows) Add(NameOf(row), row.Text, "2024-02-01T08:00:00Z");
        return LoadAsync([.. Free.Keys, "body"], rows.Count, stage);
    }

    /// <summary>One file for each row and each field that holds only what has a form of its own. A section is made of almost anything.</summary>
    public Task TryStrictAsync(IReadOnlyList<Row> rows, Stage stage)
    {
        foreach (var row in rows)
        {
            foreach (var field in Strict) Add($"strict-{row.Number}-{field}", null, "2021-02-01T08:00:00Z", strict: (field, row.Text));
        }

        return LoadAsync(Strict, rows.Count, stage);
    }

    private async Task LoadAsync(IReadOnlyList<string> fields, int rows, Stage stage)
    {
        var report = await stage.Site.Services.GetRequiredService<EditionLoader>().LoadAsync(Folder, TestContext.Current.CancellationToken);
        foreach (var field in fields) stage.Tally.Tried("file " + field, rows);
        foreach (var problem in report.Problems)
        {
            Assert.DoesNotContain(problem.ToString(), char.IsControl);
            var name = Path.GetFileNameWithoutExtension(problem.File);
            Refused.Add(name);
            stage.Tally.Refused(name.StartsWith("strict-", StringComparison.Ordinal) ? "file " + name.Split('-', 3)[2] : "file body");
        }

        Assert.True(report.Added > 0);
    }

    /// <returns>Whether the row could be an article.</returns>
    public static Filled Kept(Row row)
    {
        var filled = new Filled();
        foreach (var field in Free.Keys.Where(field => field is not "summary"))
        {
            var value = Fits(field, row.Text) ? row.Text : field is "series" ? OwnSeries(NameOf(row)) : Mark(field);
            filled.With(NameInEditor(field), IsNames(field) ? Marks.Names(value, Free[field])! : [Marks.OneLine(value).Trim()]);
        }

        return filled;
    }

    private void Add(string name, string? text, string publishedAt, string? series = null, (string Field, string Text)? strict = null, string section = "harbour")
    {
        string Of(string field) => Quote(text is not null && Fits(field, text) ? text : Mark(field));
        string Names(string field) => "[" + string.Join(", ", text is not null && Fits(field, text) ? Marks.Names(text, Free[field])!.Select(Quote) : [Quote(Mark(field))]) + "]";
        string Or(string field, string otherwise) => strict is { } one && one.Field == field ? Quote(one.Text) : otherwise;
        var lines = new List<string>
        {
            "headline: " + Of("headline"), "standfirst: " + Of("standfirst"), "section: " + Or("section", section), "slug: " + Or("slug", name),
            "authors: " + Names("authors"), "tags: " + Names("tags"), "publishedAt: " + Or("publishedAt", publishedAt), "summary: " + Of("summary"),
            "series: " + (series ?? (text is null || Fits("series", text) ? Of("series") : Quote(OwnSeries(name)))), $"image: {{ path: {Or("path", "media/p.png")}, alt: {Of("alt")}, caption: {Of("caption")}, credit: {Of("credit")} }}",
        };
        lines.AddRange(Optional.Where(field => strict?.Field == field).Select(field => $"{field}: {Quote(strict!.Value.Text)}"));
        Write($"articles/{name}.md", $"---\n{string.Join('\n', lines)}\n---\n\n{text ?? "zqbodyqz"}\n\nThe harbour board voted on Monday to raise the quay before the next winter; zqhitqz.\n");
    }

    // Articles of one series list each other.
    private static string OwnSeries(string name) => $"{Mark("series")} {name}";

    private static bool IsNames(string field) => field is "authors" or "tags";

    private static bool Fits(string field, string text) => !string.IsNullOrWhiteSpace(Marks.OneLine(text)) && !(field is "summary" && text.Trim() is "none" or "false")
        && (IsNames(field) ? Marks.Names(text, Free[field])?.Count <= 20 : Marks.OneLine(text).Trim().Length <= Free[field]);

    // As in the editor, so that both know the same twins.
    private static string Mark(string field) => Marks.Of(NameInEditor(field));

    private static string NameInEditor(string field) => field switch
    {
        "authors" => "Byline",
        "alt" or "caption" or "credit" => "picture" + field,
        _ => field,
    };

    private static string Quote(string text) => JsonSerializer.Serialize(text, Quoted);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);
}
