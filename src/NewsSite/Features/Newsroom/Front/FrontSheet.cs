using NewsSite.Domain.Fronts;

namespace NewsSite.Features.Newsroom.Front;

/// <summary>The front page as it is being prepared, and what can be placed on it.</summary>
/// <param name="Live">What readers see of editors' hands; null while nothing went out.</param>
/// <param name="Scheduled">To place from, soonest first.</param>
/// <param name="Published">To place from, newest first.</param>
/// <param name="Now">UTC.</param>
public sealed record FrontSheet(
    FrontArrangement Prepared, FrontArrangement? Live, IReadOnlyList<SlotRow> Slots, FrontNames Names, IReadOnlyList<FrontLine> Scheduled, IReadOnlyList<FrontLine> Published, DateTimeOffset Now)
{
    public int Version => Prepared.Version;

    /// <summary>Something is prepared that readers do not see.</summary>
    public bool IsWaiting => !Prepared.IsLike(Live ?? new FrontArrangement());

    /// <summary>Address of the article to which the banner leads; null when it leads nowhere.</summary>
    public string? BannerLink => Prepared.Banner?.ArticleId is { } id ? Names.Of(id)?.Url : null;
}

/// <summary>One slot of the front page.</summary>
/// <param name="Placement">Null when publish order fills it.</param>
/// <param name="Headline">Of what is placed, or what this person may know of it.</param>
/// <param name="Placed">Null too when this person may not know of it, or it is gone.</param>
/// <param name="Filler">What publish order puts there as long as what is placed does not show; null when nothing has to.</param>
public sealed record SlotRow(int Slot, Placement? Placement, string Headline, FrontLine? Placed, FrontLine? Filler);

/// <summary>A slot as it is drawn, with what its buttons post.</summary>
/// <param name="Words">What is being looked for in the list to place from.</param>
public sealed record SlotBox(SlotRow Row, FrontSheet Sheet, string? Words);

/// <summary>A list to place from, as it is drawn.</summary>
/// <param name="Title">Of one word.</param>
/// <param name="Words">What is being looked for in it.</param>
public sealed record ShelfBox(string Title, IReadOnlyList<FrontLine> Lines, FrontSheet Sheet, string? Words);
