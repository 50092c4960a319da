namespace NewsSite.Features.Shared;

/// <summary>How a list shows a story.</summary>
/// <param name="Heading">2 or 3: where the headline stands among the headings of the page.</param>
/// <param name="Size">Class of the headline in front.css: empty, <c>m</c> or <c>xl</c>.</param>
public sealed record StoryTeaser(StoryView Story, int Heading = 3, string Size = "", bool Label = false, bool Picture = false, bool Standfirst = true);
