using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Features.Accounts;

namespace NewsSite.Features.Newsroom.Front;

/// <summary>Where editors arrange the front page.</summary>
[Authorize(Policies.Editors)]
public sealed class ArrangeModel(FrontDesk desk, FrontSheetReader sheets) : PageModel
{
    public FrontSheet Sheet { get; private set; } = null!;

    /// <summary>The banner as typed; as prepared while nobody typed.</summary>
    public BannerForm Banner { get; private set; } = new();

    /// <summary>What was refused because somebody else was quicker.</summary>
    public (FrontStep Step, FrontForm Form)? Late { get; private set; }

    /// <summary>The typed banner was refused because somebody else was quicker.</summary>
    public bool IsBannerLate { get; private set; }

    /// <summary>Headline of an article that had to leave its slot, because none was left behind it.</summary>
    public string? PushedOff { get; private set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <param name="off">Id of an article that had to leave its slot.</param>
    public async Task<IActionResult> OnGetAsync(long? off, CancellationToken ct)
    {
        await ShowAsync(off, ct);
        if (off is { } id && Sheet.Prepared.Placements.All(placement => placement.ArticleId != id)) PushedOff = Sheet.Names.Of(id)?.Headline;
        FillBanner();
        return Page();
    }

    public Task<IActionResult> OnPostPlaceAsync([Bind(Prefix = "")] FrontForm form, CancellationToken ct) => TakeAsync(FrontStep.Place, form, ct);

    public Task<IActionResult> OnPostMoveAsync([Bind(Prefix = "")] FrontForm form, CancellationToken ct) => TakeAsync(FrontStep.Move, form, ct);

    public Task<IActionResult> OnPostTakeOffAsync([Bind(Prefix = "")] FrontForm form, CancellationToken ct) => TakeAsync(FrontStep.TakeOff, form, ct);

    public Task<IActionResult> OnPostStayAsync([Bind(Prefix = "")] FrontForm form, CancellationToken ct) => TakeAsync(FrontStep.Stay, form, ct);

    public Task<IActionResult> OnPostClearBannerAsync([Bind(Prefix = "")] FrontForm form, CancellationToken ct) => TakeAsync(FrontStep.ClearBanner, form, ct);

    public Task<IActionResult> OnPostPutOutAsync([Bind(Prefix = "")] FrontForm form, CancellationToken ct) => TakeAsync(FrontStep.PutOut, form, ct);

    public Task<IActionResult> OnPostDiscardAsync([Bind(Prefix = "")] FrontForm form, CancellationToken ct) => TakeAsync(FrontStep.Discard, form, ct);

    public async Task<IActionResult> OnPostBannerAsync([Bind(Prefix = "")] BannerForm form, CancellationToken ct)
    {
        var outcome = ModelState.IsValid ? await desk.AnnounceAsync(form, User.Member(), ct) : null;
        if (outcome?.End is FrontEnd.Done) return Back("#banner", null);

        await ShowAsync(null, ct);
        (Banner, IsBannerLate) = (form, outcome?.End is FrontEnd.Stale);
        return Again(outcome);
    }

    private async Task<IActionResult> TakeAsync(FrontStep step, FrontForm form, CancellationToken ct)
    {
        var outcome = ModelState.IsValid ? await desk.TakeAsync(step, form, User.Member(), ct) : null;
        if (outcome?.End is FrontEnd.Done) return Back(step is FrontStep.Place or FrontStep.Move ? $"#slot-{form.Slot}" : "", outcome.PushedOff);

        // What a button posts has no field on the page that could carry the complaint.
        if (outcome is null) outcome = FrontOutcome.Refused("", ModelState.Where(entry => entry.Value!.Errors.Count > 0).Select(entry => $"{entry.Key}: {entry.Value!.Errors[0].ErrorMessage}").First());
        await ShowAsync(form.Article, ct);
        if (outcome.End is FrontEnd.Stale) Late = (step, form);
        FillBanner();
        return Again(outcome);
    }

    private async Task ShowAsync(long? alsoNamed, CancellationToken ct)
    {
        if (Words?.Length > FrontSheetReader.MaxWordsLength) Words = Words[..FrontSheetReader.MaxWordsLength];
        Sheet = await sheets.ReadAsync(Words, alsoNamed, User.Member(), ct);
    }

    private void FillBanner()
    {
        if (Sheet.Prepared.Banner is { } banner) Banner = new BannerForm { Text = banner.Text, Link = Sheet.BannerLink };
    }

    private LocalRedirectResult Back(string place, long? pushedOff) => LocalRedirect(
        SiteUrls.Staff.Front + QueryString.Create(new Dictionary<string, string?> { ["q"] = Words, ["off"] = pushedOff?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.Where(pair => pair.Value is not null)) + place);

    private PageResult Again(FrontOutcome? outcome)
    {
        if (outcome?.End is FrontEnd.Refused) ModelState.AddModelError(outcome.Field, outcome.Complaint);
        var page = Page();
        page.StatusCode = outcome?.End is FrontEnd.Stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
