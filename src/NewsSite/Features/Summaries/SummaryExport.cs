using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Markup;

namespace NewsSite.Features.Summaries;

/// <summary>Writes the archive's articles beside the summaries that people gave them: what the training program learns from.</summary>
public sealed class SummaryExport(NewsDbContext db)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON object a line: <c>id, headline, standfirst, language, paragraphs, reference</c>.</summary>
    /// <returns>How many articles were written; only published ones whose summary a person wrote or changed.</returns>
    public async Task<int> WriteAsync(TextWriter lines, CancellationToken ct)
    {
        var count = 0;
        var siteLanguage = await db.SiteProfiles.Select(site => site.Language).SingleOrDefaultAsync(ct) ?? "en";
        var taught = db.Articles.AsNoTracking()
            .Where(article => article.Status == ArticleStatus.Published && article.Summary != null && !article.Summary.IsStale)
            .Where(article => article.Summary!.Origin == SummaryOrigin.Written || article.Summary.Origin == SummaryOrigin.Edited)
            .OrderBy(article => article.Id)
            .Select(article => new { article.Id, article.Headline, article.Standfirst, article.Language, article.Body.Html, Summary = article.Summary!.Sentences });
        await foreach (var article in taught.AsAsyncEnumerable().WithCancellation(ct))
        {
            var line = new Example(
                $"article-{article.Id}", article.Headline, article.Standfirst, article.Language ?? siteLanguage,
                StoredBody.Read(article.Html).Paragraphs, [.. article.Summary.Select(sentence => sentence.Text)]);
            await lines.WriteLineAsync(JsonSerializer.Serialize(line, Plain).AsMemory(), ct);
            count++;
        }

        return count;
    }

    private sealed record Example(
        string Id, string Headline, string? Standfirst, string Language, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Reference);
}
