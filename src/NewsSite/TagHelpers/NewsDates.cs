using System.Globalization;

namespace NewsSite.TagHelpers;

/// <summary>Days and times as the current culture writes them, and as machines read them.</summary>
public static class NewsDates
{
    private static DateTimeFormatInfo Culture => CultureInfo.CurrentCulture.DateTimeFormat;

    /// <summary>22 November 2026</summary>
    public static string Date(DateTime local) => local.ToString(WithoutWeekday(Culture.LongDatePattern), CultureInfo.CurrentCulture);

    /// <summary>22 November</summary>
    public static string MonthDay(DateTime local) => local.ToString(Culture.MonthDayPattern, CultureInfo.CurrentCulture);

    /// <summary>Sunday</summary>
    public static string Weekday(DateTime local) => local.ToString("dddd", CultureInfo.CurrentCulture);

    /// <summary>14:05</summary>
    public static string Time(DateTime local) => local.ToString(Culture.ShortTimePattern, CultureInfo.CurrentCulture);

    public static string Date(DateOnly day) => Date(day.ToDateTime(TimeOnly.MinValue));

    public static string Weekday(DateOnly day) => Weekday(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>November 2026</summary>
    public static string MonthYear(DateOnly month) => month.ToDateTime(TimeOnly.MinValue).ToString(Addresses.DateTimeFormat.YearMonthPattern, Addresses);

    /// <summary>November</summary>
    public static string Month(DateOnly month) => month.ToDateTime(TimeOnly.MinValue).ToString("MMMM", Addresses);

    /// <summary>2026</summary>
    public static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    // Months and years of the archive are those of its addresses, whatever calendar a culture prefers.
    private static CultureInfo Addresses
    {
        get
        {
            if (Culture.Calendar is GregorianCalendar) return CultureInfo.CurrentCulture;
            if (CultureInfo.CurrentCulture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() is not { } calendar) return CultureInfo.InvariantCulture;

            var culture = (CultureInfo)CultureInfo.CurrentCulture.Clone();
            culture.DateTimeFormat.Calendar = calendar;
            return culture;
        }
    }

    /// <summary>2026-11-22T13:05:00Z: for machines, as ISO 8601 has it, in UTC.</summary>
    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string WithoutWeekday(string pattern) =>
        pattern.Replace("dddd", "", StringComparison.Ordinal).Trim(' ', ',', '،', '、', '.');
}
