using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsSite.Tests.Support;

/// <summary>Counts what is asked of the database.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    public int Count { get; private set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count++;
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
