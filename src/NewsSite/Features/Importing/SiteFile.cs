using System.Globalization;
using NewsSite.Domain;
using NewsSite.Domain.Site;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Features.Importing;

/// <summary>An edition's <c>site.yml</c>, checked.</summary>
internal sealed record SiteFile(
    string Name, string? Tagline, string Language, string TimeZone, IReadOnlyList<SectionFields> Sections, bool IsSample, string Hash)
{
    private static readonly HashSet<string> Known = ["name", "tagline", "language", "timeZone", "sections", "sample"];

    /// <exception cref="EditionException">A field is missing or wrong.</exception>
    public static SiteFile Parse(EditionFile file)
    {
        var fields = YamlFields.Parse(file.Text, linesBefore: 0);
        if (fields.Unknown(Known).Select(field => ((string Name, int Line)?)field).FirstOrDefault() is { } unknown)
            throw new EditionException(unknown.Line, $"“{unknown.Name}” is not a field of a site; known are {string.Join(", ", Known)}.");

        return new SiteFile(
            fields.Required("name", SiteProfile.MaxNameLength),
            fields.Text("tagline", SiteProfile.MaxTaglineLength),
            LanguageOf(fields),
            TimeZoneOf(fields),
            SectionsOf(fields),
            SampleOf(fields),
            file.Hash);
    }

    private static string LanguageOf(YamlFields fields)
    {
        var language = ArticleFile.LanguageOf(fields) ?? "en";
        return CultureInfo.GetCultures(CultureTypes.AllCultures).Any(culture => culture.Name.Equals(language, StringComparison.OrdinalIgnoreCase))
            ? language
            : throw new EditionException(fields.LineOf("language"), $"“language” is “{language}”, which is not a known language.");
    }

    private static string TimeZoneOf(YamlFields fields)
    {
        var name = fields.Text("timeZone", 60) ?? "Etc/UTC";
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out _) && !TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out _)
            ? name
            : throw new EditionException(fields.LineOf("timeZone"), $"“timeZone” is “{name}”; write an IANA name such as Europe/Brussels.");
    }

    private static bool SampleOf(YamlFields fields) => fields.Text("sample", 10) switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw new EditionException(fields.LineOf("sample"), $"“sample” is “{other}”; it may be true or false."),
    };

    private static List<SectionFields> SectionsOf(YamlFields fields)
    {
        var line = fields.LineOf("sections");
        return fields.List("sections").Select(section =>
        {
            var name = section.Text("name", Section.MaxNameLength) ?? throw new EditionException(line, "each section needs a “name”.");
            return new SectionFields(
                SectionSlug.Check(section.Text("slug", 400) ?? name, line), name, section.Text("summaries", 10) is not ("none" or "false"));
        }).ToList();
    }
}

/// <param name="Summaries">False for <c>summaries: none</c>.</param>
internal sealed record SectionFields(Slug Slug, string Name, bool Summaries);

/// <summary>What may stand as the first part of an address.</summary>
internal static class SectionSlug
{
    /// <exception cref="EditionException">It is empty, or the site itself uses that address.</exception>
    public static Slug Check(string text, int line)
    {
        var slug = Slug.From(text) ?? throw new EditionException(line, $"the section “{text}” has no letter or digit to make an address of.");
        if (SiteUrls.Reserved.Contains(slug.Value) || slug.Value.All(char.IsAsciiDigit))
            throw new EditionException(line, $"the section “{slug}” would take an address that the site itself uses. Choose another slug.");
        return slug;
    }
}
