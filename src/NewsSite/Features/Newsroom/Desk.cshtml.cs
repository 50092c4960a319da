using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;

namespace NewsSite.Features.Newsroom;

/// <summary>Where staff arrive.</summary>
[Authorize(Policies.Staff)]
public sealed class DeskModel : PageModel
{
    public StaffMember Member => User.Member();
}
