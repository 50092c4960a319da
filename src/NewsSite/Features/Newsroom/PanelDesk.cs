using NewsSite.Domain;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom.Checks;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Newsroom;

/// <summary>Draws what stands beside the text in the editor: the summary's panel and the list before publishing.</summary>
public sealed class PanelDesk(SummaryPanelMaker summaries, Checklist checklist, CurrentSite site)
{
    /// <param name="preview">Made of the same form.</param>
    public async Task<SidePanels> MakeAsync(ArticleForm form, Preview preview, StaffMember member, CancellationToken ct)
    {
        var language = form.Language?.Trim() is { Length: > 0 } tag && LanguageTag.IsWellFormed(tag) ? tag : site.View.Language;
        var summary = preview.Body is { } body ? summaries.Make(new SummaryPanelRequest
        {
            Headline = form.Headline?.Trim() ?? "",
            Standfirst = string.IsNullOrWhiteSpace(form.Standfirst) ? null : form.Standfirst.Trim(),
            Language = language,
            SiteLanguage = site.View.Language,
            Markdown = form.Body ?? "",
            Body = body,
            Field = form.Summary,
            IsOffered = preview.OffersSummary,
            Editor = member.Name,
            Standing = preview.Standing,
        }) : null;
        var input = ChecklistInput.Of(form, preview.Body, preview.Refusal, summary, language, site.View.TimeZone.Id) with { Member = member };
        return new SidePanels(summary, await checklist.RunAsync(input, ct));
    }
}

/// <param name="Summary">Null while the text cannot be shown.</param>
public sealed record SidePanels(SummaryPanel? Summary, IReadOnlyList<CheckItem> Checks);
