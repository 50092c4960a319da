using NewsSite.Features.Shared;

namespace NewsSite.Features.Fronts;

/// <param name="Months">Those with articles, oldest first.</param>
/// <param name="Older">The nearest earlier year with articles.</param>
/// <param name="Newer">The nearest later year with articles.</param>
public sealed record YearView(int Year, IReadOnlyList<ArchivePart> Months, int? Older, int? Newer)
{
    public int Articles => Months.Sum(month => month.Articles);
}

/// <param name="Month">Its first day.</param>
/// <param name="Days">Those with articles, oldest first.</param>
/// <param name="Older">The nearest earlier month with articles.</param>
/// <param name="Newer">The nearest later month with articles.</param>
public sealed record MonthView(DateOnly Month, IReadOnlyList<ArchivePart> Days, DateOnly? Older, DateOnly? Newer)
{
    /// <summary>The month as a calendar shows it, a week a row; null before its first day and after its last.</summary>
    /// <param name="start">On which weeks begin.</param>
    public IEnumerable<ArchivePart?[]> Weeks(DayOfWeek start)
    {
        var lead = ((int)Month.DayOfWeek - (int)start + 7) % 7;
        var articles = Days.ToDictionary(day => day.Start, day => day.Articles);
        var days = Enumerable.Range(0, DateTime.DaysInMonth(Month.Year, Month.Month)).Select(Month.AddDays).Select(day => new ArchivePart(day, articles.GetValueOrDefault(day)));
        var cells = Enumerable.Repeat<ArchivePart?>(null, lead).Concat(days).ToList();
        return cells.Chunk(7).Select(week => week.Concat(Enumerable.Repeat<ArchivePart?>(null, 7 - week.Length)).ToArray());
    }
}

/// <summary>A step on the way from the archive to where the reader is.</summary>
/// <param name="Url">Null for the page itself.</param>
public sealed record TrailStep(string Text, string? Url);

/// <summary>Names in alphabetical order, under their letters.</summary>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="IsFirst">Nothing comes before it.</param>
public sealed record NameIndexView(IReadOnlyList<NameGroup> Groups, string? Next, bool IsFirst);

/// <param name="Letter">As a heading shows it.</param>
public sealed record NameGroup(string Letter, IReadOnlyList<NameLink> Names);

public sealed record NameLink(string Name, string Url);
