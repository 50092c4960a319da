using System.ComponentModel.DataAnnotations;
using NewsSite.Domain.Site;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Features.Settings;

// What each form may post, and nothing else: forms are never bound to what is stored.

/// <summary>What everything that has an address of its own is asked for.</summary>
public abstract class NameForm
{
    public const string TooLong = "Use at most {1} characters.";

    /// <summary>Part of the address; empty: made from the name.</summary>
    [StringLength(400, ErrorMessage = TooLong)]
    public string? Slug { get; set; }

    /// <summary>Take the address although old links to it lead elsewhere.</summary>
    public bool TakesOver { get; set; }

    /// <summary>Of what the form was opened with.</summary>
    public int Version { get; set; }
}

public sealed class SectionForm : NameForm
{
    [Required(ErrorMessage = "Write the section’s name.")]
    [StringLength(Section.MaxNameLength, ErrorMessage = TooLong)]
    public string Name { get; set; } = "";

    public bool AuthorsPublish { get; set; }

    public bool OffersSummaries { get; set; }
}

public sealed class TagForm : NameForm
{
    [Required(ErrorMessage = "Write the tag’s name.")]
    [StringLength(Tag.MaxNameLength, ErrorMessage = TooLong)]
    public string Name { get; set; } = "";
}

public sealed class NewAuthorForm : NameForm
{
    [Required(ErrorMessage = "Write the author’s name.")]
    [StringLength(Author.MaxNameLength, ErrorMessage = TooLong)]
    public string Name { get; set; } = "";
}

public sealed class AuthorForm : NameForm
{
    [Required(ErrorMessage = "Write the author’s name.")]
    [StringLength(Author.MaxNameLength, ErrorMessage = TooLong)]
    public string Name { get; set; } = "";

    [StringLength(Author.MaxAboutLength, ErrorMessage = TooLong)]
    [DataType(DataType.MultilineText)]
    public string? About { get; set; }

    /// <summary>Name of a picture in the media folder; empty: none.</summary>
    [StringLength(100, ErrorMessage = "Choose a picture of the list.")]
    public string? Portrait { get; set; }

    /// <summary>Empty lines are left out.</summary>
    public IReadOnlyList<LinkForm>? Links { get; set; }
}

public sealed class LinkForm
{
    public const int MaxLabelLength = 60;
    public const int MaxUrlLength = 500;

    [StringLength(MaxLabelLength, ErrorMessage = NameForm.TooLong)]
    public string? Label { get; set; }

    [StringLength(MaxUrlLength, ErrorMessage = NameForm.TooLong)]
    public string? Url { get; set; }
}

public sealed class SiteForm
{
    [Required(ErrorMessage = "Give the site a name.")]
    [StringLength(SiteProfile.MaxNameLength, ErrorMessage = NameForm.TooLong)]
    public string Name { get; set; } = "";

    [StringLength(SiteProfile.MaxTaglineLength, ErrorMessage = NameForm.TooLong)]
    public string? Tagline { get; set; }

    [StringLength(SiteProfile.MaxDescriptionLength, ErrorMessage = NameForm.TooLong)]
    [DataType(DataType.MultilineText)]
    public string? Description { get; set; }

    /// <summary>Name of a picture in the media folder; empty: the name is set in type.</summary>
    [StringLength(100, ErrorMessage = "Choose a picture of the list.")]
    public string? Logo { get; set; }

    [Required(ErrorMessage = "Choose a time zone.")]
    public string TimeZone { get; set; } = "";

    /// <summary>Slug of a content page; empty: none.</summary>
    [StringLength(Domain.Slug.MaxLength, ErrorMessage = "Choose a page of the list.")]
    public string? Principles { get; set; }

    public int Version { get; set; }
}

public sealed class CrawlersForm
{
    public bool Search { get; set; }

    public bool Answers { get; set; }

    public bool Training { get; set; }

    /// <summary>Slug of a content page; empty: none.</summary>
    [StringLength(Domain.Slug.MaxLength, ErrorMessage = "Choose a page of the list.")]
    public string? Terms { get; set; }

    public int Version { get; set; }

    /// <summary>What it says.</summary>
    internal CrawlerPolicy Policy => new(Search, Answers, Training, Domain.Slug.TryParse(Terms));
}

public sealed class PageForm : NameForm
{
    [Required(ErrorMessage = "Write a title.")]
    [StringLength(ContentPage.MaxTitleLength, ErrorMessage = TooLong)]
    public string Title { get; set; } = "";

    /// <summary>Markdown; how long it may be, the renderer says.</summary>
    [Required(ErrorMessage = "Write the text.")]
    [DataType(DataType.MultilineText)]
    public string Body { get; set; } = "";
}

/// <summary>Asks that one thing be merged into another; done only once it is confirmed.</summary>
public sealed class MergeForm
{
    /// <summary>Name or address of what stays.</summary>
    [Required(ErrorMessage = "Say what to merge it into.")]
    [StringLength(200, ErrorMessage = NameForm.TooLong)]
    public string Into { get; set; } = "";

    public bool Confirmed { get; set; }

    public int Version { get; set; }
}

public sealed class DeleteForm
{
    public bool Confirmed { get; set; }

    public int Version { get; set; }
}
