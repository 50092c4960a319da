using System.IO.Enumeration;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Features.Importing;

/// <summary>Loads a folder of Markdown files. Loading twice changes nothing; a bad file is reported and the rest loads.</summary>
public sealed partial class EditionLoader(IServiceScopeFactory scopes, ILogger<EditionLoader> log)
{
    /// <param name="folder">Holds <c>site.yml</c>, <c>articles/</c> and <c>pages/</c>.</param>
    public async Task<EditionReport> LoadAsync(string folder, CancellationToken ct)
    {
        folder = Path.GetFullPath(folder);
        var report = new EditionReport();
        if (await IsUnwantedAsync(folder, ct)) return report;

        await LoadSiteAsync(folder, report, ct);
        await LoadArticlesAsync(folder, report, ct);
        await LoadPagesAsync(folder, report, ct);

        foreach (var problem in report.Problems) LogProblem(problem.ToString());
        LogLoaded(folder, report.Added, report.Updated, report.Unchanged, report.Kept, report.Problems.Count);
        return report;
    }

    private async Task<bool> IsUnwantedAsync(string folder, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SampleEdition>().IsUnwantedAsync(folder, ct);
    }

    private Task LoadSiteAsync(string folder, EditionReport report, CancellationToken ct) =>
        ForFileAsync(folder, Path.Combine(folder, "site.yml"), report, async (file, services) =>
            report.Count(await services.GetRequiredService<SiteImport>().ImportAsync(SiteFile.Parse(file), ct)), ct);

    private async Task LoadArticlesAsync(string folder, EditionReport report, CancellationToken ct)
    {
        var language = await SiteLanguageAsync(ct);
        var known = await KnownHashesAsync(ct);
        var changed = new List<ArticleFile>();
        foreach (var path in MarkdownFiles(folder, "articles"))
        {
            await ForFileAsync(folder, path, report, (file, _) =>
            {
                if (known.GetValueOrDefault(file.Path) == file.Hash) report.Count(ImportOutcome.Unchanged);
                else changed.Add(ArticleFile.Parse(file));
                return Task.CompletedTask;
            }, ct);
        }

        // A translation needs its original to be there.
        foreach (var article in changed.OrderBy(article => article.TranslationOf is null ? 0 : 1))
        {
            foreach (var warning in article.Warnings) report.Add(warning);
            await GuardAsync(article.File.Name, report, async services =>
                report.Count(await services.GetRequiredService<ArticleImport>().ImportAsync(article, folder, language, report, ct)));
        }
    }

    private async Task LoadPagesAsync(string folder, EditionReport report, CancellationToken ct)
    {
        var language = await SiteLanguageAsync(ct);
        foreach (var path in MarkdownFiles(folder, "pages"))
        {
            await ForFileAsync(folder, path, report, async (file, services) =>
                report.Count(await services.GetRequiredService<SiteImport>().ImportPageAsync(file, folder, language, ct)), ct);
        }
    }

    private static IEnumerable<string> MarkdownFiles(string folder, string part)
    {
        var path = Path.Combine(folder, part);
        if (!Directory.Exists(path)) return [];
        if (RealPath.IsLink(path) && RealPath.Inside(folder, path) is null) return [path]; // reading it says why not

        // A folder that is a link is not entered, for it may lead in a circle: it is named as a file that cannot be read.
        var every = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        return new FileSystemEnumerable<string>(path, (ref entry) => entry.ToFullPath(), every)
        {
            ShouldRecursePredicate = (ref entry) => !IsLink(ref entry),
            ShouldIncludePredicate = (ref entry) => entry.IsDirectory ? IsLink(ref entry) : entry.FileName.EndsWith(".md", StringComparison.Ordinal),
        }.Order(StringComparer.Ordinal);
    }

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;

    private async Task<string> SiteLanguageAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SiteImport>().LanguageAsync(ct);
    }

    private async Task<Dictionary<string, string?>> KnownHashesAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NewsDbContext>().Articles
            .Where(article => article.EditionPath != null && article.EditionHash != null)
            .Select(article => new { article.EditionPath, article.EditionHash })
            .ToDictionaryAsync(article => article.EditionPath!, article => article.EditionHash, ct);
    }

    private Task ForFileAsync(
        string folder, string path, EditionReport report, Func<EditionFile, IServiceProvider, Task> use, CancellationToken ct) =>
        GuardAsync(Path.GetRelativePath(folder, path).Replace('\\', '/'), report, async services =>
            await use(await EditionFile.ReadAsync(folder, path, ct), services));

    // Each file has a scope of its own: what one leaves half done never reaches the next.
    private async Task GuardAsync(string name, EditionReport report, Func<IServiceProvider, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await work(scope.ServiceProvider);
        }
        catch (EditionException e)
        {
            report.Add(new EditionProblem(name, e.Line, e.Message));
        }
        catch (IOException e)
        {
            report.Add(new EditionProblem(name, null, $"cannot be kept: {e.Message}"));
        }
        catch (DbUpdateException e)
        {
            report.Add(new EditionProblem(name, null, $"cannot be kept: {e.InnerException?.Message ?? e.Message}"));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Edition: {Problem}")]
    private partial void LogProblem(string problem);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Edition {Folder}: {Added} added, {Updated} updated, {Unchanged} unchanged, {Kept} kept as editors left them, {Problems} problems")]
    private partial void LogLoaded(string folder, int added, int updated, int unchanged, int kept, int problems);
}
