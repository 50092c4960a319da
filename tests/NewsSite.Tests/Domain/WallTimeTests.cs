using System.Globalization;
using NewsSite.Domain;

namespace NewsSite.Tests.Domain;

public sealed class WallTimeTests
{
    [Theory]
    [InlineData("2026-07-01T08:00", "Europe/Brussels", "2026-07-01T06:00:00Z", WallTimeKind.Plain)]
    [InlineData("2026-03-29T02:30", "Europe/Brussels", "2026-03-29T01:00:00Z", WallTimeKind.Skipped)] // 02:00 to 03:00 is not there: 03:00 is next
    [InlineData("2026-03-29T03:00", "Europe/Brussels", "2026-03-29T01:00:00Z", WallTimeKind.Plain)]
    [InlineData("2026-10-25T02:30", "Europe/Brussels", "2026-10-25T00:30:00Z", WallTimeKind.Repeated)] // first in summer time
    [InlineData("2026-10-25T03:00", "Europe/Brussels", "2026-10-25T02:00:00Z", WallTimeKind.Plain)]
    [InlineData("2026-03-08T02:15", "America/New_York", "2026-03-08T07:00:00Z", WallTimeKind.Skipped)]
    [InlineData("2026-11-01T01:15", "America/New_York", "2026-11-01T05:15:00Z", WallTimeKind.Repeated)]
    [InlineData("2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00Z", WallTimeKind.Repeated)] // half an hour back
    [InlineData("2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:30:00Z", WallTimeKind.Skipped)]
    [InlineData("2026-11-22T12:00", "Etc/UTC", "2026-11-22T12:00:00Z", WallTimeKind.Plain)]
    public void A_skipped_time_means_the_next_valid_instant_and_a_repeated_one_its_first(string local, string zone, string instant, WallTimeKind kind)
    {
        var time = WallTime.TryParse(local, zone)!;

        Assert.Equal((instant, kind), (time.ToInstant().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), time.Kind));
        Assert.Equal(TimeSpan.Zero, time.ToInstant().Offset);
    }

    [Fact]
    public void It_is_kept_with_its_zone_and_read_back()
    {
        var time = WallTime.TryParse("2026-10-25T02:30", "Europe/Brussels")!;

        Assert.Equal("2026-10-25T02:30[Europe/Brussels]", time.ToString());
        Assert.Equal(time, WallTime.Parse(time.ToString()));
    }

    [Fact]
    public void What_the_wall_showed_leads_back_to_the_instant_except_in_the_second_of_two_equal_hours()
    {
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var hour = 0; hour < 365 * 24; hour++, at = at.AddHours(1))
        {
            var back = WallTime.At(at, "Europe/Brussels").ToInstant();
            Assert.True(back == at || (back == at.AddHours(-1) && at == new DateTimeOffset(2026, 10, 25, 1, 0, 0, TimeSpan.Zero)), $"{at:O}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30T08:00")]
    [InlineData("2026-10-25 02:30")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("2026-10-25T02:30Z")]
    public void What_is_no_local_time_is_none(string text) => Assert.Null(WallTime.TryParse(text, "Europe/Brussels"));
}
