using System.Diagnostics.Metrics;

namespace NewsSite.Delivery;

/// <summary>Counts what a log of every line would drown in: the meter <c>NewsSite.Delivery</c>.</summary>
public sealed class PageCount
{
    public const string Meter = "NewsSite.Delivery";

    private readonly Counter<long> sent;
    private readonly Counter<long> unchanged;
    private readonly Counter<long> made;
    private readonly Counter<long> stale;

    public PageCount(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        sent = meter.CreateCounter<long>("newssite.pages.sent", "{page}", "Pages sent from the store.");
        unchanged = meter.CreateCounter<long>("newssite.pages.unchanged", "{page}", "Answers 304: the reader has the page.");
        made = meter.CreateCounter<long>("newssite.pages.made", "{page}", "Pages made for the store.");
        stale = meter.CreateCounter<long>("newssite.pages.stale", "{page}", "Pages sent although they may be old, because no new one could be made.");
    }

    internal void Sent() => sent.Add(1);

    internal void Unchanged() => unchanged.Add(1);

    internal void Made() => made.Add(1);

    internal void Stale() => stale.Add(1);
}
