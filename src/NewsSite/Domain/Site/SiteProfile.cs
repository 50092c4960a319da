namespace NewsSite.Domain.Site;

/// <summary>The site itself; there is one row.</summary>
public sealed class SiteProfile : IVersioned
{
    public const int MaxNameLength = 80;
    public const int MaxTaglineLength = 200;
    public const int MaxDescriptionLength = 500;

    /// <summary>The one row's key.</summary>
    public const int OnlyId = 1;

    private SiteProfile()
    {
    }

    public SiteProfile(string name, string language, string timeZone) => (Name, Language, TimeZone) = (name, language, timeZone);

    public int Id { get; private set; } = OnlyId;

    public string Name { get; private set; } = "";

    public string? Tagline { get; private set; }

    /// <summary>What the site is, for search engines and cards; plain text.</summary>
    public string? Description { get; private set; }

    /// <summary>Name of a picture in the media folder.</summary>
    public string? Logo { get; private set; }

    /// <summary>Slug of the content page that holds the publishing principles (schema.org, <c>publishingPrinciples</c>).</summary>
    public Slug? PrinciplesPage { get; private set; }

    public bool AllowsAiSearch { get; private set; } = CrawlerPolicy.Default.AllowsSearch;

    public bool AllowsAiAnswers { get; private set; } = CrawlerPolicy.Default.AllowsAnswers;

    public bool AllowsAiTraining { get; private set; } = CrawlerPolicy.Default.AllowsTraining;

    /// <summary>Slug of the content page with the terms for text and data mining.</summary>
    public Slug? MiningPage { get; private set; }

    /// <summary>For what machines may use what the site publishes.</summary>
    public CrawlerPolicy Crawlers => new(AllowsAiSearch, AllowsAiAnswers, AllowsAiTraining, MiningPage);

    /// <summary>BCP 47.</summary>
    public string Language { get; private set; } = "en";

    /// <summary>IANA name.</summary>
    public string TimeZone { get; private set; } = "Etc/UTC";

    /// <summary>A sample edition: every page says so and asks not to be indexed.</summary>
    public bool IsSample { get; private set; }

    /// <summary>Hash of the edition file that it was last taken from.</summary>
    public string? EditionHash { get; private set; }

    /// <summary>Name, tagline and time zone are chosen here; the edition's site file no longer sets them, nor renames and sorts the sections.</summary>
    public bool IsNamedHere { get; private set; }

    /// <summary>The sample edition was thrown out and is not to come back.</summary>
    public bool IsSampleRemoved { get; private set; }

    public int Version { get; private set; }

    /// <summary>Takes over what the edition's site file says.</summary>
    public void TakeFrom(string name, string? tagline, string language, string timeZone, bool isSample, string editionHash)
    {
        if (!IsNamedHere) (Name, Tagline, TimeZone) = (name, tagline, timeZone);
        (Language, IsSample, EditionHash) = (language, isSample, editionHash);
    }

    public void Describe(string? tagline, string? description, string? logo, Slug? principlesPage) =>
        (Tagline, Description, Logo, PrinciplesPage) = (tagline, description, logo, principlesPage);

    public void Admit(CrawlerPolicy policy) =>
        (AllowsAiSearch, AllowsAiAnswers, AllowsAiTraining, MiningPage) = (policy.AllowsSearch, policy.AllowsAnswers, policy.AllowsTraining, policy.Page);

    /// <param name="timeZone">IANA name.</param>
    public void NameHere(string name, string timeZone) => (Name, TimeZone, IsNamedHere) = (name, timeZone, true);

    /// <summary>Call when the sample's articles and pages have been deleted.</summary>
    public void RemoveSample() => (Tagline, IsSample, IsSampleRemoved, EditionHash) = (null, false, true, null);
}
