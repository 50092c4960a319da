using NewsSite.Domain;

namespace NewsSite.Features.Newsroom;

/// <summary>What is wrong with which field, in words for the person who typed it; the first complaint about a field counts.</summary>
public sealed class FieldErrors
{
    /// <summary>In one field.</summary>
    public const int MaxNames = 30;

    private readonly Dictionary<string, string> complaints = new(StringComparer.Ordinal);

    public bool Any => complaints.Count > 0;

    public IReadOnlyDictionary<string, string> All => complaints;

    public bool Has(string field) => complaints.ContainsKey(field);

    public void Add(string field, string complaint) => complaints.TryAdd(field, complaint);

    /// <returns>The trimmed text; empty after a complaint.</returns>
    internal string Required(string field, string? text, int maxLength, string whenMissing)
    {
        if (Optional(field, text, maxLength) is { } given) return given;
        Add(field, whenMissing);
        return "";
    }

    /// <returns>The trimmed text; null when there is none or too much.</returns>
    internal string? Optional(string field, string? text, int maxLength)
    {
        var given = text?.Trim();
        if (string.IsNullOrEmpty(given)) return null;
        if (given.Length <= maxLength) return given;
        Add(field, $"This is {given.Length:N0} characters long; at most {maxLength:N0} fit.");
        return null;
    }

    /// <returns>The names between the commas, as written; none after a complaint.</returns>
    internal IReadOnlyList<string> Names(string field, string? text, int maxLength)
    {
        var written = FormText.NamesIn(text);
        if (written.Length > MaxNames) Add(field, $"At most {MaxNames} names fit here.");
        else if (written.FirstOrDefault(name => name.Length > maxLength) is { } tooLong) Add(field, $"“{tooLong[..20]}…” is longer than {maxLength} characters.");
        return Has(field) ? [] : written;
    }

    /// <returns>Null when there is none, or it is no time.</returns>
    internal WallTime? Time(string field, string? text, string zone)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (WallTime.TryParse(text, zone) is { } time) return time;
        Add(field, "Write a date and a time, such as 2026-11-30T08:00.");
        return null;
    }
}
