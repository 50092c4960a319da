namespace NewsSite.Features.Shared;

/// <summary>The first story of a front.</summary>
/// <param name="Beside">Short stories that share the column of its standfirst.</param>
/// <param name="Label">Whether it names its section.</param>
public sealed record LeadStory(StoryView Story, IReadOnlyList<StoryView> Beside, bool Label);
