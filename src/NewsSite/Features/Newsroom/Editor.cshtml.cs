using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Features.Articles;
using NewsSite.Features.Counts;
using NewsSite.Features.Newsroom.Revisions;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Newsroom;

/// <summary>Where an article is written. Its script saves every few seconds; without script, a button does.</summary>
[Authorize(Policies.Staff)]
public sealed class EditorModel(SheetReader sheets, WritingDesk writing, WorkflowDesk workflow, PreviewDesk previews, CurrentSite site) : PageModel
{
    public EditorSheet Sheet { get; private set; } = null!;

    /// <summary>A step that was asked for and waits for a second word; null when none does.</summary>
    public StepWords? Asks { get; private set; }

    /// <summary>What was typed beside a step that was refused.</summary>
    public string? Note { get; private set; }

    public StaffMember Member => User.Member();

    public string Address => AddressOf(Sheet.Id);

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? Complaint(string field) =>
        ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>Somebody else saved first: the page offers to merge.</summary>
    public bool IsConflict { get; private set; }

    /// <summary>Names of the others who have the article open.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    /// <summary>Null while readers have not seen it.</summary>
    public CountSheet? Counts { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long? id, [FromServices] Attendance attendance, [FromServices] CountReader counts, CancellationToken ct)
    {
        if (!await OpenAsync(id, ct)) return NotFound();
        if (Sheet is { Id: { } read, WasOut: true }) Counts = await counts.OfArticleAsync(read, ct);
        if (id is { } known) Others = await attendance.OthersAsync(known, Member, ct);
        return Page();
    }

    /// <summary>The save of a browser without script.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] long? id, [Bind(Prefix = "")] ArticleForm form, int version, [FromServices] Attendance attendance, CancellationToken ct)
    {
        var saved = await writing.SaveAsync(id, form, version, Member, ct);
        if (saved.Id is { } open) await attendance.SeeAsync(open, Member, ct);
        return saved.Kind is SaveKind.Saved ? LocalRedirect(AddressOf(saved.Id)) : await AgainAsync(saved, form, version, ct);
    }

    /// <summary>The save of the script, every few seconds.</summary>
    public async Task<IActionResult> OnPostSaveAsync([FromRoute] long? id, [Bind(Prefix = "")] ArticleForm form, int version, CancellationToken ct)
    {
        if (!ModelState.IsValid && Complaint(nameof(version)) is not null) return BadRequest();

        var saved = await writing.SaveAsync(id, form, version, Member, ct);
        return saved.Kind is SaveKind.Saved
            ? new JsonResult(new { id = saved.Id, url = AddressOf(saved.Id), version = saved.Version, savedAt = saved.SavedAt })
            : new JsonResult(new { message = SaveWords.Of(saved, site.View.TimeZone), savedBy = saved.SavedBy, savedAt = saved.SavedAt, version = saved.Version })
            {
                StatusCode = SaveWords.StatusOf(saved.Kind),
            };
    }

    /// <summary>What readers would see; asked for while somebody types, and never kept.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(
        [FromRoute] long? id, [Bind(Prefix = "")] ArticleForm form, [FromServices] FragmentWriter fragments, [FromServices] PanelDesk panels, [FromServices] TimeProvider clock, CancellationToken ct)
    {
        if (await previews.MakeAsync(id, form, Member, clock.GetUtcNow(), ct) is not { } preview) return NotFound();

        var beside = await panels.MakeAsync(form.Shortened(), preview, Member, ct);
        return new JsonResult(new
        {
            preview = preview.View is { } view ? await fragments.WriteAsync(this, "_Preview", new StorySheet(view, IsPreview: true)) : null,
            refusal = preview.Refusal,
            panel = beside.Summary is { } summary ? await fragments.WriteAsync(this, "_SummaryPanel", summary) : null,
            checks = await fragments.WriteAsync(this, "_Checks", beside.Checks),
            words = preview.Words,
            minutes = preview.Minutes,
            headlineLength = new StringInfo(form.Headline ?? "").LengthInTextElements,
        });
    }

    /// <summary>Takes a step of the workflow.</summary>
    public async Task<IActionResult> OnPostStepAsync([FromRoute] long? id, WorkflowStep step, [Bind(Prefix = "")] ArticleForm form, int version, [DataType(DataType.MultilineText)] string? note, bool confirmed, CancellationToken ct)
    {
        Note = note;
        if (Complaint(nameof(step)) is not null) return BadRequest();
        if (step is WorkflowStep.Delete && !confirmed) return await AskAsync(id, step, ct);
        if (note?.Length > Article.MaxNoticeLength) ModelState.AddModelError(nameof(note), $"This is {note.Length:N0} characters long; at most {Article.MaxNoticeLength:N0} fit.");
        var result = ModelState.IsValid
            ? await workflow.TakeAsync(id, new StepRequest(step, version, note), form, Member, ct)
            : new StepResult(await writing.SaveAsync(id, form, version, Member, ct));
        if (result.IsDone) return LocalRedirect(step is WorkflowStep.Delete ? SiteUrls.Staff.Bin : AddressOf(result.Saved.Id));

        foreach (var (field, complaint) in result.Errors?.All ?? new Dictionary<string, string>()) ModelState.AddModelError(field, complaint);
        if (result.Complaint is { } refusal) ModelState.AddModelError("", refusal);
        return await AgainAsync(result.Saved, form, version, ct);
    }

    /// <summary>Keeps a text that was refused because somebody else had saved, and shows both.</summary>
    public async Task<IActionResult> OnPostMergeAsync([FromRoute] long id, [Bind(Prefix = "")] ArticleForm form, int version, [FromServices] MergeDesk merging, CancellationToken ct)
    {
        if (FormText.LengthOf(form) > ArticleForm.MaxLength) return await AgainAsync(new SaveOutcome(SaveKind.TooLong, id), form, version, ct);
        return await merging.SetAsideAsync(id, form, version, Member, ct) is { } number ? LocalRedirect(SiteUrls.Staff.Merge(id, number)) : NotFound();
    }

    /// <summary>Says that the article is still open here, and who else has it open; asked every few seconds.</summary>
    public async Task<IActionResult> OnPostPresenceAsync([FromRoute] long id, [FromServices] Attendance attendance, CancellationToken ct) =>
        await attendance.SeeAsync(id, Member, ct) is { } others ? new JsonResult(new { others }) : NotFound();

    /// <summary>What a typed time means, in words.</summary>
    public IActionResult OnGetWhen(string? local, [FromServices] TimeProvider clock) =>
        new JsonResult(new { words = StateWords.Describe(local, site.View.TimeZone, clock.GetUtcNow()) });

    /// <summary>A fresh token for the form: one that was made before somebody signed in again is worth nothing.</summary>
    public IActionResult OnGetTicket([FromServices] IAntiforgery antiforgery) =>
        new JsonResult(new { token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken, person = Member.Id });

    private async Task<bool> OpenAsync(long? id, CancellationToken ct)
    {
        if ((id is { } known ? await sheets.OpenAsync(known, Member, ct) : await sheets.BlankAsync(Member, ct)) is not { } sheet) return false;
        Sheet = sheet;
        return true;
    }

    private async Task<IActionResult> AskAsync(long? id, WorkflowStep step, CancellationToken ct)
    {
        if (!await OpenAsync(id, ct)) return NotFound();
        Asks = Sheet.Steps.Contains(step) ? StepWords.Menu.Single(words => words.Step == step) : null;
        return Page();
    }

    // The page once more, with everything that was typed.
    private async Task<IActionResult> AgainAsync(SaveOutcome saved, ArticleForm form, int version, CancellationToken ct)
    {
        if (!await OpenAsync(saved.Id, ct)) return NotFound();

        var isSaved = saved.Kind is SaveKind.Saved;
        IsConflict = saved.Kind is SaveKind.Conflict;
        if (!isSaved) ModelState.AddModelError("", SaveWords.Of(saved, site.View.TimeZone));
        Sheet = Sheet with { Form = form, Version = isSaved ? saved.Version : version };
        var page = Page();
        page.StatusCode = isSaved ? StatusCodes.Status422UnprocessableEntity : SaveWords.StatusOf(saved.Kind);
        return page;
    }

    private static string AddressOf(long? id) => id is { } known ? SiteUrls.Staff.Article(known) : SiteUrls.Staff.NewArticle;
}
