using System.ComponentModel.DataAnnotations;
using NewsSite.Domain.Articles;

namespace NewsSite.Features.Newsroom.Previews;

/// <summary>What is asked of a new preview link.</summary>
public sealed class PreviewLinkForm
{
    /// <summary>The lives that a link can have, in days.</summary>
    public static IReadOnlyList<(int Days, string Words)> Lives { get; } = [(1, "1 day"), (7, "1 week"), (30, "30 days")];

    [Required(ErrorMessage = "Say for whom the link is.")]
    [StringLength(PreviewLink.MaxLabelLength, ErrorMessage = "At most {1} characters fit.")]
    public string Label { get; set; } = "";

    [AllowedValues(1, 7, 30, ErrorMessage = "Choose one of these.")]
    public int Days { get; set; } = 7;

    public bool EndsWhenPublished { get; set; }
}
