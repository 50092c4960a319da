using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace NewsSite.Tests.Support;

/// <summary>What is in the database, so that a test can say that nothing changed.</summary>
public static class TableHashes
{
    /// <returns>A hash of all rows by table.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> TableHashesAsync(this NewsApp app)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(app.DataFolder, "news.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var hashes = new Dictionary<string, string>();
        foreach (var table in await RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"))
            hashes[table] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', await RowsAsync(connection, $"SELECT * FROM \"{table}\"")))));
        return hashes;
    }

    private static async Task<List<string>> RowsAsync(SqliteConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names come from the database itself
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column =>
                reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(column).ToString())));
        }

        return rows;
    }
}
