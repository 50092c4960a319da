using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;

namespace NewsSite.Features.Newsroom;

/// <summary>Where staff arrive: what waits for them.</summary>
[Authorize(Policies.Staff)]
public sealed class DeskModel(DeskReader desk) : PageModel
{
    public StaffMember Member => User.Member();

    public DeskView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public DeskPile Pile { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Section { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        // A pile that does not exist, or a word without end, is no reason for an error.
        if (!Enum.IsDefined(Pile)) Pile = default;
        if (Words?.Length > DeskReader.MaxWordsLength) Words = Words[..DeskReader.MaxWordsLength];
        View = await desk.ReadAsync(new DeskQuery(Pile, Section, Words, DeskMark.TryParse(Before)), Member, ct);
    }
}
