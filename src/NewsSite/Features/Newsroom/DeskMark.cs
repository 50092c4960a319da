using System.Globalization;

namespace NewsSite.Features.Newsroom;

/// <summary>A row's place in a pile, for asking what comes after it.</summary>
/// <param name="At">UTC; null for rows that nobody has changed, which come last.</param>
public sealed record DeskMark(DateTimeOffset? At, long Id)
{
    /// <summary>Milliseconds since 1970 (UTC), or nothing, a hyphen, and the id.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At?.ToUnixTimeMilliseconds()}-{Id}");

    /// <returns>Null when <paramref name="text"/> was not made by <see cref="ToString"/>.</returns>
    public static DeskMark? TryParse(string? text)
    {
        if (text?.Split('-') is not [var at, var number]) return null;
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return null;
        if (at.Length == 0) return new DeskMark(null, id);
        return long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new DeskMark(DateTimeOffset.FromUnixTimeMilliseconds(ms), id)
            : null;
    }
}
