using System.Text.Json;
using System.Text.RegularExpressions;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Newsroom;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>The editor's fields with one text in all of them; the twin's sheet holds harmless marks.</summary>
public sealed partial class Sheet
{
    /// <summary>Stands behind every text, so that there is something to read, whatever the row does to what follows it.</summary>
    private const string Rest = """


        The harbour board of Aldermoor voted on Monday to raise the quay by forty centimetres before the next winter.

        Work begins in March and costs the storm fund much of what it has, the treasurer said; zqhitqz is a word to look for.

        Fishermen on the outer mole had asked for a siren instead, and will get one in the second year of the work.
        """;

    private const string Body = nameof(ArticleForm.Body);
    private const string Summary = nameof(ArticleForm.Summary);
    private const string Notes = nameof(ArticleForm.Notes);

    private static readonly Dictionary<string, int> Free = new()
    {
        [nameof(ArticleForm.Headline)] = Article.MaxHeadlineLength,
        [nameof(ArticleForm.Standfirst)] = Article.MaxStandfirstLength,
        [Body] = int.MaxValue,
        [nameof(ArticleForm.Tags)] = Tag.MaxNameLength,
        [nameof(ArticleForm.Byline)] = Author.MaxNameLength,
        [nameof(ArticleForm.Series)] = Article.MaxSeriesLength,
        [Notes] = Article.MaxNotesLength,
        [Summary] = 600,
        [nameof(ArticleForm.PictureAlt)] = Picture.MaxTextLength,
        [nameof(ArticleForm.PictureCaption)] = Picture.MaxTextLength,
        [nameof(ArticleForm.PictureCredit)] = Picture.MaxTextLength,
    };

    /// <summary>Fields that hold only what has a form of its own.</summary>
    private static readonly string[] Strict =
    [
        nameof(ArticleForm.Slug), nameof(ArticleForm.Language), nameof(ArticleForm.PublishAt), nameof(ArticleForm.EmbargoUntil), nameof(ArticleForm.TranslationOf),
        nameof(ArticleForm.Picture),
    ];

    private readonly string? text;
    private readonly HashSet<string> harmless = [];

    /// <param name="text">Null for the twin.</param>
    public Sheet(string? text)
    {
        this.text = text;
        foreach (var field in Free.Keys.Where(field => !Fits(field))) harmless.Add(field);
    }

    /// <summary>Fields that cannot hold the text.</summary>
    public IReadOnlyCollection<string> LeftOut => harmless;

    public static IEnumerable<string> Fields => Free.Keys.Concat(Strict);

    /// <summary>The field was refused: it is to hold harmless words from now on.</summary>
    /// <returns>False when it did so already.</returns>
    public bool Clear(string field) => Free.ContainsKey(field) && harmless.Add(field);

    /// <summary>All that can be kept, as it is posted.</summary>
    /// <param name="slug">Last part of the address.</param>
    /// <param name="picture">Name of a picture on the shelf.</param>
    public List<string[]> Posted(string slug, string picture) =>
    [
        .. Free.Keys.Select(field => new[] { field, Typed(field) }),
        [nameof(ArticleForm.Section), "1"], [nameof(ArticleForm.Slug), slug], [nameof(ArticleForm.Picture), picture], [nameof(ArticleForm.OffersSummary), "true"],
    ];

    /// <summary>The text in every field, whether or not it may be there.</summary>
    public List<string[]> PostedEverywhere() =>
    [
        .. Fields.Select(field => new[] { field, Everywhere(field) }),
        [nameof(ArticleForm.Section), Everywhere("Section")], [nameof(ArticleForm.PictureIsDecorative), Everywhere("PictureIsDecorative")],
    ];

    /// <summary>What is kept of <see cref="Posted"/>.</summary>
    public Filled Kept() => Of(Free.Keys.Select(field => (field, Shown(field))));

    /// <summary>What is given back of <see cref="PostedEverywhere"/>.</summary>
    public Filled GivenBack() => Of(Fields.Where(field => field is not Summary).Select(field => (field, (IReadOnlyList<string>)
        [field is Body or Notes ? Marks.Lines(Everywhere(field)) : Marks.OneLine(Everywhere(field))])));

    private static Filled Of(IEnumerable<(string Field, IReadOnlyList<string> Texts)> fields)
    {
        var filled = new Filled();
        foreach (var (field, texts) in fields) filled.With(field, texts);
        return filled;
    }

    private bool Fits(string field) => text is null || (!string.IsNullOrWhiteSpace(Marks.OneLine(text)) && field switch
    {
        nameof(ArticleForm.Tags) or nameof(ArticleForm.Byline) => Marks.Names(text, Free[field]) is not null,
        _ => Marks.Lines(text).Trim().Length <= Free[field],
    });

    private string Value(string field) => text is null || harmless.Contains(field) ? Marks.Of(field) : text;

    private string Everywhere(string field)
    {
        var value = string.IsNullOrWhiteSpace(Marks.OneLine(text ?? "")) ? Marks.Of(field) : text!;
        return field switch
        {
            Body => value + Rest,
            Summary => Json(value),
            _ => value,
        };
    }

    // A number in a summary has to be in the text.
    private string Typed(string field) => field switch
    {
        Body => Value(field) + Rest + string.Concat(Number().Matches(Value(Summary)).Select(number => " " + number.Value).Prepend("\n\nNumbers:")),
        Summary => Json(Value(field)),
        _ => Value(field),
    };

    private IReadOnlyList<string> Shown(string field) => field switch
    {
        nameof(ArticleForm.Tags) or nameof(ArticleForm.Byline) => Marks.Names(Value(field), Free[field])!,
        Body => [Marks.Lines(Typed(field))],
        Notes => [Marks.Lines(Value(field)).Trim()],
        Summary => [string.Join(' ', Marks.OneLine(Value(field)).Split(' ', StringSplitOptions.RemoveEmptyEntries))],
        _ => [Marks.OneLine(Value(field)).Trim()],
    };

    private static string Json(string sentence) => JsonSerializer.Serialize(new { sentences = new[] { new { text = sentence } } });

    [GeneratedRegex(@"\d+(?:[.,]\d+)*")]
    private static partial Regex Number();
}
