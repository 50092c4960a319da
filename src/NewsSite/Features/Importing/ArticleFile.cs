using System.Globalization;
using System.Text.RegularExpressions;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Features.Importing;

/// <summary>An article of an edition as its file says it, checked but not yet kept.</summary>
internal sealed partial record ArticleFile
{
    private const int MaxSummaryLength = 3000;

    private static readonly HashSet<string> Known =
    [
        "headline", "section", "authors", "publishedAt", "status", "standfirst", "slug", "tags", "updatedAt", "language", "summary",
        "image", "series", "translationOf",
    ];

    private static readonly string[] InstantFormats =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss K"];

    public required EditionFile File { get; init; }

    public required string Headline { get; init; }

    public required string Section { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Null for a draft.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    public string? Standfirst { get; init; }

    /// <summary>Null when it is to be made from the headline.</summary>
    public Slug? Slug { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public DateTimeOffset? UpdatedAt { get; init; }

    public string? Language { get; init; }

    public string? Summary { get; init; }

    /// <summary>False for <c>summary: none</c>.</summary>
    public bool OffersSummary { get; init; } = true;

    public ImageFields? Image { get; init; }

    public string? Series { get; init; }

    public string? TranslationOf { get; init; }

    public required string Body { get; init; }

    public required int BodyLine { get; init; }

    public required YamlFields Fields { get; init; }

    public IEnumerable<EditionProblem> Warnings =>
        Fields.Unknown(Known).Select(unknown => new EditionProblem(File.Name, unknown.Line, $"“{unknown.Name}” is not a field of an article and is ignored."));

    /// <exception cref="EditionException">A field is missing or wrong.</exception>
    public static ArticleFile Parse(EditionFile file)
    {
        var (fields, body, bodyLine) = FrontMatter.Parse(file.Text);
        var isDraft = IsDraft(fields);
        return new ArticleFile
        {
            File = file,
            Fields = fields,
            Headline = fields.Required("headline", Article.MaxHeadlineLength),
            Section = fields.Required("section", Domain.Taxonomy.Section.MaxNameLength),
            Authors = AuthorsOf(fields),
            PublishedAt = isDraft ? null : Instant(fields, "publishedAt")
                ?? throw new EditionException(1, "“publishedAt” is missing. Write one, or “status: draft”."),
            Standfirst = fields.Text("standfirst", Article.MaxStandfirstLength),
            Slug = SlugOf(fields),
            Tags = fields.Texts("tags", maxCount: 30, Tag.MaxNameLength),
            UpdatedAt = Instant(fields, "updatedAt"),
            Language = LanguageOf(fields),
            Summary = WantsSummary(fields) ? fields.Text("summary", MaxSummaryLength) : null,
            OffersSummary = WantsSummary(fields),
            Image = ImageFields.Parse(fields),
            Series = fields.Text("series", Article.MaxSeriesLength),
            TranslationOf = fields.Text("translationOf", Domain.Slug.MaxLength),
            Body = body,
            BodyLine = bodyLine,
        };
    }

    private static IReadOnlyList<string> AuthorsOf(YamlFields fields) =>
        fields.Texts("authors", maxCount: 20, Author.MaxNameLength) is { Count: > 0 } authors
            ? authors
            : throw new EditionException(1, "“authors” is missing. Name at least one.");

    private static bool IsDraft(YamlFields fields) => fields.Text("status", 20) switch
    {
        null or "published" => false,
        "draft" => true,
        var other => throw new EditionException(fields.LineOf("status"), $"“status” is “{other}”; it may be draft or published."),
    };

    private static bool WantsSummary(YamlFields fields) => fields.Text("summary", MaxSummaryLength) is not ("none" or "false");

    private static DateTimeOffset? Instant(YamlFields fields, string name)
    {
        if (fields.Text(name, 40) is not { } text) return null;

        // AssumeUniversal would hide a missing offset, so the parts are asked for one.
        return EndsInOffset().IsMatch(text)
            && DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at
            : throw new EditionException(fields.LineOf(name), $"“{name}” must be a date and time with an offset, such as 2026-11-20T14:05:00+01:00.");
    }

    private static Slug? SlugOf(YamlFields fields)
    {
        if (fields.Text("slug", 400) is not { } text) return null;
        var slug = Domain.Slug.TryParse(text)
            ?? throw new EditionException(fields.LineOf("slug"), $"“slug” must be lower-case letters, digits and single hyphens, at most {Domain.Slug.MaxLength} characters.");
        return SiteUrls.Reserved.Contains(slug.Value)
            ? throw new EditionException(fields.LineOf("slug"), $"“{slug}” is an address that the site itself uses. Choose another slug.")
            : slug;
    }

    internal static string? LanguageOf(YamlFields fields) =>
        fields.Text("language", 35) is not { } language || LanguageTag.IsWellFormed(language)
            ? fields.Text("language", 35)
            : throw new EditionException(fields.LineOf("language"), $"“language” is “{language}”; write a language tag such as en, de or pt-BR.");

    [GeneratedRegex(@"(Z|[+-]\d{2}:\d{2})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EndsInOffset();
}

/// <summary>The picture over an article, as its file says it.</summary>
internal sealed record ImageFields(string Path, string Alt, string? Caption, string? Credit, int Line)
{
    /// <exception cref="EditionException">A field is missing or wrong.</exception>
    public static ImageFields? Parse(YamlFields article)
    {
        if (article.Fields("image") is not { } image) return null;

        var line = article.LineOf("image");
        return new ImageFields(
            image.Text("path", 300) ?? throw new EditionException(line, "“image” needs a “path”."),
            image.Text("alt", Picture.MaxTextLength) ?? throw new EditionException(line, "“image” needs an “alt” that says what the picture shows."),
            image.Text("caption", Picture.MaxTextLength),
            image.Text("credit", Picture.MaxTextLength),
            line);
    }
}
