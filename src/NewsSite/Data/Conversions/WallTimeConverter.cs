using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NewsSite.Domain;

namespace NewsSite.Data.Conversions;

internal sealed class WallTimeConverter() : ValueConverter<WallTime, string>(time => time.ToString(), stored => WallTime.Parse(stored));
