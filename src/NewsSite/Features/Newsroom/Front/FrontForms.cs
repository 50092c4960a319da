using System.ComponentModel.DataAnnotations;
using NewsSite.Domain.Fronts;

namespace NewsSite.Features.Newsroom.Front;

/// <summary>What can be done to the arrangement of the front page.</summary>
public enum FrontStep
{
    Place,
    Move,
    TakeOff,
    Stay,
    ClearBanner,
    PutOut,
    Discard,
}

/// <summary>What each button posts; a step looks at what it needs.</summary>
public sealed class FrontForm
{
    public long Article { get; set; }

    /// <summary>0 is the lead.</summary>
    [Range(0, FrontPlan.Slots - 1, ErrorMessage = "choose the lead or one of the top slots.")]
    public int Slot { get; set; }

    [EnumDataType(typeof(FrontStay), ErrorMessage = "choose one of the list.")]
    public FrontStay Stay { get; set; }

    /// <summary>Of the arrangement that the page showed.</summary>
    public int Version { get; set; }
}

public sealed class BannerForm
{
    [Required(ErrorMessage = "Write the line that readers shall see.")]
    [StringLength(BreakingBanner.MaxTextLength, ErrorMessage = "Use at most {1} characters.")]
    public string Text { get; set; } = "";

    /// <summary>Address of an article of this site; empty: the line leads nowhere.</summary>
    [StringLength(2000, ErrorMessage = "Use at most {1} characters.")]
    public string? Link { get; set; }

    [AllowedValues(1, 2, 4, 8, 12, BreakingBanner.MaxHours, ErrorMessage = "Choose one of the list.")]
    public int Hours { get; set; } = 2;

    /// <summary>Of the arrangement that the page showed.</summary>
    public int Version { get; set; }
}
