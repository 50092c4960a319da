using System.ComponentModel.DataAnnotations;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Site;

namespace NewsSite.Features.Setup;

/// <summary>What the first person says about themselves and the site.</summary>
public sealed class SetupForm
{
    [Required(ErrorMessage = "Write your name.")]
    [StringLength(StaffAccount.MaxNameLength, ErrorMessage = "Use at most {1} characters.")]
    public string Name { get; init; } = "";

    [Required(ErrorMessage = "Write your e-mail address.")]
    [EmailAddress(ErrorMessage = "This is not an e-mail address.")]
    [StringLength(StaffAccount.MaxEmailLength, ErrorMessage = "Use at most {1} characters.")]
    public string Email { get; init; } = "";

    [Required(ErrorMessage = "Choose a password.")]
    [DataType(DataType.Password)]
    public string Password { get; init; } = "";

    [Required(ErrorMessage = "Give the site a name.")]
    [StringLength(SiteProfile.MaxNameLength, ErrorMessage = "Use at most {1} characters.")]
    public string SiteName { get; init; } = "";

    [Required(ErrorMessage = "Choose a time zone.")]
    public string TimeZone { get; init; } = "";

    /// <summary>Only looked at while a sample is shown.</summary>
    public bool RemoveSample { get; init; }
}
