namespace NewsSite.Features.Shared;

/// <summary>Which page of a list is asked for: the query values <c>older</c> and <c>newer</c>, as they came in.</summary>
public sealed record PageRequest(string? Older, string? Newer);
