using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsSite.Domain.Articles;

namespace NewsSite.Data.Search;

/// <summary>The full-text rows of published articles, kept in the caller's transaction. The text itself is not stored a second time.</summary>
public sealed class SearchIndex(NewsDbContext db)
{
    private const string Insert =
        "INSERT INTO ArticleSearch (rowid, Headline, Standfirst, Body, Authors, Tags, Marks) VALUES ($row, $headline, $standfirst, $body, $authors, $tags, $marks)";

    /// <summary>Adds articles that have no row yet.</summary>
    public async Task AddAsync(IEnumerable<SearchRow> rows, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = Insert;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            var columns = ((string[])["$row", "$headline", "$standfirst", "$body", "$authors", "$tags", "$marks"]).Select(name => Parameter(command, name)).ToList();
            // In the order of the rows: the index writes a new segment wherever a row number falls behind the last one.
            foreach (var row in rows.OrderBy(PlaceOf))
            {
                foreach (var (column, value) in columns.Zip(ValuesOf(row))) column.Value = value;
                await command.ExecuteNonQueryAsync(ct);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Takes out the row of an article, if it has one.</summary>
    /// <param name="publishedAt">By which the row was filed; null: the article never was.</param>
    public async Task RemoveAsync(DateTimeOffset? publishedAt, long articleId, CancellationToken ct)
    {
        if (publishedAt is { } at) await db.Database.ExecuteSqlAsync($"DELETE FROM ArticleSearch WHERE rowid = {SearchPlace.Of(at, articleId)}", ct);
    }

    /// <summary>Takes out the rows of all these articles.</summary>
    public async Task RemoveAsync(IQueryable<Article> articles, CancellationToken ct)
    {
        foreach (var each in await articles.Where(article => article.PublishedAt != null).Select(article => new { article.PublishedAt, article.Id }).ToListAsync(ct))
            await RemoveAsync(each.PublishedAt, each.Id, ct);
    }

    private static long PlaceOf(SearchRow row) => SearchPlace.Of(row.PublishedAt, row.ArticleId);

    private static IEnumerable<object> ValuesOf(SearchRow row) =>
    [
        PlaceOf(row), row.Headline, row.Standfirst ?? "", row.Body,
        string.Join('\n', row.Authors.Select(author => author.Name)), string.Join('\n', row.Tags.Select(tag => tag.Name)), SearchMarks.Of(row),
    ];

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
