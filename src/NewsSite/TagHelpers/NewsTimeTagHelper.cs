using Microsoft.AspNetCore.Razor.TagHelpers;
using NewsSite.Features.Shared;

namespace NewsSite.TagHelpers;

/// <summary>How much of an instant <c>&lt;news-time&gt;</c> shows.</summary>
public enum TimeFormat
{
    /// <summary>22 November 2026, 14:05</summary>
    Full,

    /// <summary>22 November, 14:05</summary>
    Brief,

    /// <summary>22 November 2026</summary>
    Date,

    /// <summary>22 November</summary>
    MonthDay,

    /// <summary>14:05</summary>
    Time,
}

/// <summary>Writes an instant as a <c>time</c> element: UTC for machines, the site's zone and culture for readers.</summary>
[HtmlTargetElement("news-time", Attributes = "at", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NewsTimeTagHelper(CurrentSite site) : TagHelper
{
    public required DateTimeOffset At { get; set; }

    public TimeFormat Format { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", NewsDates.Utc(At));
        output.Content.SetContent(Words(TimeZoneInfo.ConvertTime(At, site.View.TimeZone).DateTime));
    }

    private string Words(DateTime local) => Format switch
    {
        TimeFormat.Brief => $"{NewsDates.MonthDay(local)}, {NewsDates.Time(local)}",
        TimeFormat.Date => NewsDates.Date(local),
        TimeFormat.MonthDay => NewsDates.MonthDay(local),
        TimeFormat.Time => NewsDates.Time(local),
        _ => $"{NewsDates.Date(local)}, {NewsDates.Time(local)}",
    };
}
