using System.ComponentModel.DataAnnotations;
using NewsSite.Data.Accounts;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

// What each form may post, and nothing else: forms are never bound to stored accounts.

public sealed class SignInForm
{
    [Required(ErrorMessage = "Write your e-mail address.")]
    [StringLength(StaffAccount.MaxEmailLength, ErrorMessage = "Use at most {1} characters.")]
    public string Email { get; init; } = "";

    [Required(ErrorMessage = "Write your password.")]
    [DataType(DataType.Password)]
    public string Password { get; init; } = "";
}

public sealed class CodeForm
{
    [Required(ErrorMessage = "Write the code.")]
    [StringLength(60, ErrorMessage = "That is no code.")]
    public string Code { get; init; } = "";
}

public sealed class EmailForm
{
    [Required(ErrorMessage = "Write your e-mail address.")]
    [EmailAddress(ErrorMessage = "This is not an e-mail address.")]
    [StringLength(StaffAccount.MaxEmailLength, ErrorMessage = "Use at most {1} characters.")]
    public string Email { get; init; } = "";
}

public sealed class NewPasswordForm
{
    [Required(ErrorMessage = "Choose a password.")]
    [DataType(DataType.Password)]
    public string Password { get; init; } = "";
}

public sealed class ChangePasswordForm
{
    [Required(ErrorMessage = "Write your password.")]
    [DataType(DataType.Password)]
    public string Current { get; init; } = "";

    [Required(ErrorMessage = "Choose a password.")]
    [DataType(DataType.Password)]
    public string Wanted { get; init; } = "";
}

public sealed class PersonForm
{
    [Required(ErrorMessage = "Write the person’s name.")]
    [StringLength(StaffAccount.MaxNameLength, ErrorMessage = "Use at most {1} characters.")]
    public string Name { get; init; } = "";

    [Required(ErrorMessage = "Write the person’s e-mail address.")]
    [EmailAddress(ErrorMessage = "This is not an e-mail address.")]
    [StringLength(StaffAccount.MaxEmailLength, ErrorMessage = "Use at most {1} characters.")]
    public string Email { get; init; } = "";

    public AssignmentForm Work { get; init; } = new();
}

public sealed class AssignmentForm
{
    [EnumDataType(typeof(StaffRole), ErrorMessage = "Choose a role of the list.")]
    public StaffRole Role { get; init; }

    /// <summary>Where an editor edits; null for nowhere. No empty list to begin with: what is posted would be lost in it.</summary>
    public IReadOnlyList<long>? Sections { get; init; }
}

public sealed class StartForm
{
    [Required(ErrorMessage = "Write your password.")]
    [DataType(DataType.Password)]
    public string Password { get; init; } = "";

    [Required(ErrorMessage = "Write the code that the app shows.")]
    [StringLength(20, ErrorMessage = "That is no code.")]
    public string Code { get; init; } = "";

    [Required]
    [StringLength(1000)]
    public string Key { get; init; } = "";
}

public sealed class ConfirmForm
{
    [Required(ErrorMessage = "Write your password.")]
    [DataType(DataType.Password)]
    public string Password { get; init; } = "";
}
