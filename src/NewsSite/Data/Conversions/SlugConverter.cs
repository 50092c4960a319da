using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NewsSite.Domain;

namespace NewsSite.Data.Conversions;

internal sealed class SlugConverter() : ValueConverter<Slug, string>(slug => slug.Value, stored => Slug.Of(stored));
