using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NewsSite.Hosting;

namespace NewsSite.Features.Summaries.LanguageModel;

/// <summary>Keeps drafts in the data folder until they are approved, so that what is approved is what was read.</summary>
public sealed class DraftShelf(IOptions<NewsSiteOptions> options)
{
    private string Folder => Path.Combine(options.Value.Data, "drafts");

    public async Task PutAsync(long articleId, WaitingDraft draft, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        var beside = FileOf(articleId) + ".new"; // written beside and moved, so that nobody ever reads half a draft
        await File.WriteAllTextAsync(beside, JsonSerializer.Serialize(draft), ct);
        File.Move(beside, FileOf(articleId), overwrite: true);
    }

    /// <returns>Null when no draft waits, or its file cannot be read as one.</returns>
    public async Task<WaitingDraft?> FindAsync(long articleId, CancellationToken ct)
    {
        if (!File.Exists(FileOf(articleId))) return null;

        try
        {
            var draft = JsonSerializer.Deserialize<WaitingDraft>(await File.ReadAllTextAsync(FileOf(articleId), ct));
            return draft is { Text: not null, Method: not null, BodyHash: not null } ? draft : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Remove(long articleId)
    {
        if (File.Exists(FileOf(articleId))) File.Delete(FileOf(articleId));
    }

    private string FileOf(long articleId) => Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{articleId}.json"));
}
