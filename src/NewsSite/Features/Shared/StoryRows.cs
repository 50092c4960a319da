namespace NewsSite.Features.Shared;

/// <summary>Stories one under the other.</summary>
/// <param name="Labels">Whether each names its section.</param>
/// <param name="Heading">Level of the headlines.</param>
public sealed record StoryRows(IReadOnlyList<StoryView> Stories, bool Labels, int Heading = 3);
