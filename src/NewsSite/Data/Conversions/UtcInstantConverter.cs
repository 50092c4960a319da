using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NewsSite.Domain;

namespace NewsSite.Data.Conversions;

/// <summary>SQLite cannot compare or order a <see cref="DateTimeOffset"/>; a UTC <see cref="DateTime"/> it can.</summary>
internal sealed class UtcInstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
    at => at.ToStored().UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
