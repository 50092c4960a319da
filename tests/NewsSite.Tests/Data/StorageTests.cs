using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Sqlite;
using NewsSite.Domain.Site;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Data;

public sealed class StorageTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Fact]
    public async Task Every_connection_has_the_switches_that_keep_an_acknowledged_save()
    {
        await using var db = await MigratedAsync();

        Assert.Equal("wal", await PragmaAsync<string>(db, "journal_mode"));
        Assert.Equal(2, await PragmaAsync<long>(db, "synchronous"));
        Assert.Equal(1, await PragmaAsync<long>(db, "foreign_keys"));
        Assert.Equal(5000, await PragmaAsync<long>(db, "busy_timeout"));
    }

    [Fact]
    public async Task A_pooled_connection_gets_its_switches_back()
    {
        await using (var db = await MigratedAsync())
        {
            await db.Database.OpenConnectionAsync(Ct);
            await db.Database.ExecuteSqlAsync($"PRAGMA synchronous=OFF", Ct);
            await db.Database.CloseConnectionAsync();
        }

        await using var again = Open();
        Assert.Equal(2, await PragmaAsync<long>(again, "synchronous"));
    }

    [Fact]
    public async Task A_migration_lock_left_by_a_killed_process_does_not_hang_the_next_start()
    {
        await using (var killed = Open())
        {
            await killed.Database.ExecuteSqlAsync(
                $"CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)", Ct);
            await killed.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')", Ct);
        }

        await using var db = Open();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        await SqliteDatabase.MigrateAsync(db, folder.File("migration.lock"), patience.Token);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Ct));
    }

    [Fact]
    public async Task Two_processes_starting_at_once_both_come_up()
    {
        await using var first = Open();
        await using var second = Open();

        await Task.WhenAll(
            SqliteDatabase.MigrateAsync(first, folder.File("migration.lock"), Ct),
            SqliteDatabase.MigrateAsync(second, folder.File("migration.lock"), Ct));

        Assert.Empty(await second.Database.GetPendingMigrationsAsync(Ct));
    }

    [Fact]
    public async Task The_model_has_no_change_without_a_migration()
    {
        await using var db = Open();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task The_second_of_two_savers_is_told_and_overwrites_nothing()
    {
        await using var first = await MigratedAsync();
        first.Add(new SiteProfile("Courier", "en", "Etc/UTC"));
        await first.SaveChangesAsync(Ct);
        await using var second = Open();
        var (mine, theirs) = (await first.SiteProfiles.SingleAsync(Ct), await second.SiteProfiles.SingleAsync(Ct));

        theirs.TakeFrom("Theirs", null, "en", "Etc/UTC", false, "1");
        await second.SaveChangesAsync(Ct);
        mine.TakeFrom("Mine", null, "en", "Etc/UTC", false, "2");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => first.SaveChangesAsync(Ct));
        await using var check = Open();
        Assert.Equal(("Theirs", 2), await check.SiteProfiles.Select(s => ValueTuple.Create(s.Name, s.Version)).SingleAsync(Ct));
    }

    private NewsDbContext Open()
    {
        var options = new DbContextOptionsBuilder<NewsDbContext>();
        SqliteDatabase.Configure(options, folder.File("news.db"));
        return new NewsDbContext(options.Options);
    }

    private async Task<NewsDbContext> MigratedAsync()
    {
        var db = Open();
        await SqliteDatabase.MigrateAsync(db, folder.File("migration.lock"), Ct);
        return db;
    }

    private static async Task<T> PragmaAsync<T>(NewsDbContext db, string name)
    {
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the name comes from this file
        command.CommandText = "PRAGMA " + name;
#pragma warning restore CA2100
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }
}
