using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsSite.Data.Sqlite;

/// <summary>Opens and upgrades the site's SQLite file.</summary>
public static class SqliteDatabase
{
    // Below it, two connections that write and checkpoint at once may lose commits (fixed in 3.51.3).
    private static readonly Version OldestSafe = new(3, 51, 3);

    /// <param name="more">Interceptors beside those that SQLite needs.</param>
    public static void Configure(DbContextOptionsBuilder options, string file, params IInterceptor[] more)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 5, ForeignKeys = true };
        options
            .UseSqlite(connection.ToString(), sqlite => sqlite.MigrationsHistoryTable(HistoryRepository.DefaultTableName))
            .AddInterceptors([new PragmaInterceptor(), new VersionInterceptor(), .. more]);
    }

    /// <summary>Brings the file up to date.</summary>
    /// <param name="lockFile">Held while migrating; the operating system frees it when a process dies.</param>
    /// <exception cref="InvalidOperationException">The SQLite library is too old to be safe.</exception>
    public static async Task MigrateAsync(NewsDbContext db, string lockFile, CancellationToken ct)
    {
        await AssertVersionAsync(db, ct);
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any()) return;

        await using var held = await OperatingSystemLock.TakeAsync(lockFile, ct);
        await ForgetStaleLockAsync(db, ct);
        await db.Database.MigrateAsync(ct);
    }

    private static async Task AssertVersionAsync(NewsDbContext db, CancellationToken ct)
    {
        var found = await db.Database.SqlQuery<string>($"SELECT sqlite_version() AS \"Value\"").SingleAsync(ct);
        if (Version.Parse(found) < OldestSafe)
            throw new InvalidOperationException($"SQLite {found} may lose commits under load. At least {OldestSafe} is needed.");
    }

    // EF's own lock is a row that outlives a killed process and then stops every later start for ever.
    // Whoever holds the operating system's lock is the only one migrating, so any such row is stale.
    private static async Task ForgetStaleLockAsync(NewsDbContext db, CancellationToken ct)
    {
        var tables = await db.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'").SingleAsync(ct);
        if (tables > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", ct);
    }
}
