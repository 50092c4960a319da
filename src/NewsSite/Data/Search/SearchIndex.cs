using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace NewsSite.Data.Search;

/// <summary>The full-text rows of published articles, kept in the caller's transaction. The text itself is not stored a second time.</summary>
public sealed class SearchIndex(NewsDbContext db)
{
    private const string Insert = "INSERT INTO ArticleSearch (rowid, Headline, Standfirst, Body) VALUES ($id, $headline, $standfirst, $body)";

    /// <summary>Adds or replaces one article's row.</summary>
    public async Task PutAsync(SearchRow row, CancellationToken ct)
    {
        await RemoveAsync(row.ArticleId, ct);
        await AddAsync([row], ct);
    }

    /// <summary>Adds articles that have no row yet.</summary>
    public async Task AddAsync(IEnumerable<SearchRow> rows, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = Insert;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            var (id, headline) = (Parameter(command, "$id"), Parameter(command, "$headline"));
            var (standfirst, body) = (Parameter(command, "$standfirst"), Parameter(command, "$body"));
            foreach (var row in rows)
            {
                (id.Value, headline.Value, standfirst.Value, body.Value) = (row.ArticleId, row.Headline, row.Standfirst ?? "", row.Body);
                await command.ExecuteNonQueryAsync(ct);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public Task RemoveAsync(long articleId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM ArticleSearch WHERE rowid = {articleId}", ct);

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}

/// <param name="Body">Plain text.</param>
public sealed record SearchRow(long ArticleId, string Headline, string? Standfirst, string Body);
