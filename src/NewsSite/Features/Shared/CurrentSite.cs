namespace NewsSite.Features.Shared;

/// <summary>The site as this request sees it; set by middleware before any page runs.</summary>
public sealed class CurrentSite
{
    private SiteView? view;

    /// <summary>False when the request failed before the site was known; the error page then does without it.</summary>
    public bool IsLoaded => view is not null;

    public SiteView View
    {
        get => view ?? throw new InvalidOperationException("The site is not loaded yet: UseCurrentSite() must come before the pages.");
        set => view = value;
    }
}
