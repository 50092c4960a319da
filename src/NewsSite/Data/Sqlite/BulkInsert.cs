using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsSite.Data.Search;
using NewsSite.Domain.Articles;

namespace NewsSite.Data.Sqlite;

/// <summary>Adds many new articles at SQLite's own pace: prepared statements, no change tracking.</summary>
/// <remarks>A test compares every column with what an ordinary save writes.</remarks>
public sealed class BulkInsert(NewsDbContext db, SearchIndex search)
{
    private DbTransaction? transaction;

    /// <param name="articles">Published; section, authors and tags are in the database already; no picture, no summary.</param>
    /// <param name="dependencyTags">Of the one publication event that each gets.</param>
    /// <param name="now">When the events occur (UTC).</param>
    public async Task AddAsync(IReadOnlyList<Article> articles, IReadOnlyList<string> dependencyTags, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = await db.Database.BeginTransactionAsync(ct);
        transaction = scope.GetDbTransaction();
        var firstId = 1 + (await db.Articles.MaxAsync(article => (long?)article.Id, ct) ?? 0);
        var numbered = articles.Index().Select(each => (Id: firstId + each.Index, Article: each.Item)).ToList();

        await InsertAsync("Articles", numbered, each => ArticleRow(each.Id, each.Article), ct);
        await InsertAsync("ArticleBodies", numbered, each => [("ArticleId", each.Id), ("Markdown", each.Article.Body.Markdown), ("Html", each.Article.Body.Html)], ct);
        await InsertAsync("Bylines", numbered.SelectMany(each => each.Article.Byline, (each, entry) => (each.Id, entry)),
            each => [("ArticleId", each.Id), ("AuthorId", each.entry.Author.Id), ("Position", each.entry.Position)], ct);
        await InsertAsync("ArticleTags", numbered.SelectMany(each => each.Article.Tags, (each, entry) => (each.Id, entry)),
            each => [("ArticleId", each.Id), ("TagId", each.entry.Tag.Id), ("Position", each.entry.Position)], ct);
        var tags = JsonSerializer.Serialize(dependencyTags);
        await InsertAsync("PublicationEvents", numbered, each => EventRow(each.Id, new PublicationEvent(PublicationEventKind.Published, each.Article, dependencyTags, now), tags), ct);
        await search.AddAsync(numbered.Select(each => SearchRow.Of(each.Id, each.Article, each.Article.Body.Markdown)), ct);
        await scope.CommitAsync(ct);
    }

    private static (string, object?)[] ArticleRow(long id, Article article) =>
    [
        ("Id", id), ("Headline", article.Headline), ("Standfirst", article.Standfirst), ("Slug", article.Slug.Value),
        ("SectionId", article.Section.Id), ("Language", article.Language), ("Status", article.Status.ToString()),
        ("PublishedAt", article.PublishedAt?.UtcDateTime), ("UpdatedAt", article.UpdatedAt?.UtcDateTime), ("Words", article.Words),
        ("Series", article.Series), ("Version", 1),
    ];

    private static (string, object?)[] EventRow(long articleId, PublicationEvent published, string tags) =>
    [
        ("ArticleId", articleId), ("Kind", published.Kind.ToString()), ("DependencyTags", tags),
        ("OccurredAt", published.OccurredAt.UtcDateTime), ("DueAt", published.DueAt.UtcDateTime),
    ];

    private async Task InsertAsync<T>(string table, IEnumerable<T> rows, Func<T, (string Column, object? Value)[]> values, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction;
        foreach (var row in rows)
        {
            var cells = values(row);
            if (command.Parameters.Count == 0) Prepare(command, table, cells);
            for (var i = 0; i < cells.Length; i++) command.Parameters[i].Value = cells[i].Value ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(ct);
        }
    }

#pragma warning disable CA2100 // table and column names come from this file
    private static void Prepare(DbCommand command, string table, (string Column, object? Value)[] cells)
    {
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", cells.Select(cell => cell.Column))}) VALUES ({string.Join(", ", cells.Select(cell => "$" + cell.Column))})";
        foreach (var (column, _) in cells)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "$" + column;
            command.Parameters.Add(parameter);
        }
    }
#pragma warning restore CA2100
}
