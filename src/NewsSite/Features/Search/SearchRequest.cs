using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using NewsSite.Data.Search;

namespace NewsSite.Features.Search;

/// <summary>What a reader filled in; any text is safe in every field.</summary>
public sealed record SearchRequest
{
    public const int MaxLength = 200;
    public const string ByDate = "newest";

    /// <summary>Words and quoted phrases.</summary>
    [FromQuery(Name = "q")]
    public string? Words { get; init; }

    /// <summary>Slug; another text means all sections.</summary>
    [FromQuery(Name = "section")]
    public string? Section { get; init; }

    /// <summary>Name or slug.</summary>
    [FromQuery(Name = "author")]
    public string? Author { get; init; }

    /// <summary>First day, yyyy-MM-dd in the site's zone.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>Last day, as <see cref="From"/>.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary><see cref="ByDate"/>; anything else is best match first.</summary>
    [FromQuery(Name = "order")]
    public string? Order { get; init; }

    /// <summary>Where the page before ended, by <see cref="SearchPosition"/>.</summary>
    [FromQuery(Name = "older")]
    public string? After { get; init; }

    public bool IsNewestFirst => Order == ByDate;

    public bool IsFiltered => Filters.Any(value => !string.IsNullOrEmpty(value));

    public bool IsTooLong => Filters.Append(Words).Any(value => value?.Length > MaxLength);

    /// <summary>Nothing was asked.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Words) && !IsFiltered;

    public string Url => QueryHelpers.AddQueryString(SiteUrls.Search, Values.Where(value => !string.IsNullOrEmpty(value.Value)));

    private string?[] Filters => [Section, Author, From, To];

    private KeyValuePair<string, string?>[] Values =>
        [new("q", Words), new("section", Section), new("author", Author), new("from", From), new("to", To), new("order", Order), new("older", After)];

    /// <summary>The same words among all articles.</summary>
    public SearchRequest Unfiltered() => this with { Section = null, Author = null, From = null, To = null, After = null };

    /// <summary>Without blanks around what was typed, and fields that say nothing left out.</summary>
    public SearchRequest Tidied() => new()
    {
        Words = Tidy(Words),
        Section = Tidy(Section),
        Author = Tidy(Author),
        From = Tidy(From),
        To = Tidy(To),
        Order = IsNewestFirst ? ByDate : null,
        After = Tidy(After),
    };

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
