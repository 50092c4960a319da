using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Features.Newsroom.Bulk;

namespace NewsSite.Features.Newsroom;

/// <summary>Where staff arrive: what waits for them, and where one thing is done with many articles.</summary>
[Authorize(Policies.Staff)]
public sealed class DeskModel(DeskReader desk, BulkNotices notices) : PageModel
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

    /// <summary>Of something done with many articles, to be told of; null for nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Act { get; set; }

    public BulkNotice? Notice { get; private set; }

    /// <summary>What was chosen and typed when it was refused.</summary>
    public BulkForm Bulk { get; private set; } = new();

    public bool IsRefused { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        Notice = await notices.ReadAsync(Act, Member, ct);
    }

    /// <summary>Does one thing with all articles that are chosen.</summary>
    public async Task<IActionResult> OnPostBulkAsync([Bind(Prefix = "")] BulkForm form, [FromServices] BulkIntake intake, [FromServices] BulkWork work, [FromServices] BulkExport export, CancellationToken ct)
    {
        var errors = new FieldErrors();
        if (HasComplaint(nameof(form.Ids))) errors.Add(nameof(form.Ids), "The choice of articles cannot be read. Choose them again.");
        ModelState.Clear(); // an action or a section that is none counts as not chosen
        Bulk = form;
        if (await intake.ReadAsync(form, errors, ct) is not { } order) return await RefuseAsync(errors, ct);
        if (order.Action is not BulkAction.Export) return LocalRedirect(Address(act: await work.DoAsync(order, Member)));

        if (await export.PackAsync(order.Ids, Member, ct) is { } package) return new ArchiveResult(package);
        errors.Add(nameof(form.Ids), "None of these can be exported: a file needs a byline, a section and a text, and says nothing of what is binned or retracted.");
        return await RefuseAsync(errors, ct);
    }

    /// <summary>Takes back what was done with many articles.</summary>
    public async Task<IActionResult> OnPostUndoAsync(long id, [FromServices] BulkWork work, CancellationToken ct)
    {
        var undoing = await work.UndoAsync(id, Member);
        if (undoing.ActId is { } act) return LocalRedirect(Address(act));
        if (undoing.Complaint is null) return NotFound();

        var errors = new FieldErrors();
        errors.Add("", undoing.Complaint);
        return await RefuseAsync(errors, ct, StatusCodes.Status409Conflict);
    }

    /// <summary>The desk as it lies here, on its page.</summary>
    public string Address(long? act = null, string? handler = null) => SiteUrls.Staff.Desk + QueryString.Create(
        new Dictionary<string, string?>
        {
            ["handler"] = handler,
            ["pile"] = Pile.ToString(),
            ["section"] = Section?.ToString(CultureInfo.InvariantCulture),
            ["q"] = Words,
            ["before"] = DeskMark.TryParse(Before)?.ToString(),
            ["act"] = act?.ToString(CultureInfo.InvariantCulture),
        }.Where(value => !string.IsNullOrEmpty(value.Value)));

    private bool HasComplaint(string field) => ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0;

    private async Task ReadAsync(CancellationToken ct)
    {
        // A pile that does not exist, or a word without end, is no reason for an error.
        if (!Enum.IsDefined(Pile)) Pile = default;
        if (Words?.Length > DeskReader.MaxWordsLength) Words = Words[..DeskReader.MaxWordsLength];
        View = await desk.ReadAsync(new DeskQuery(Pile, Section, Words, DeskMark.TryParse(Before)), Member, ct);
    }

    private async Task<IActionResult> RefuseAsync(FieldErrors errors, CancellationToken ct, int status = StatusCodes.Status422UnprocessableEntity)
    {
        await ReadAsync(ct);
        IsRefused = true;
        foreach (var (field, complaint) in errors.All) ModelState.AddModelError(field, complaint);
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}
