using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;

namespace NewsSite.Tests.Kills;

/// <param name="Prepared">The banner as it is being prepared.</param>
/// <param name="Out">Those that went out, in order.</param>
internal sealed record FrontState(string Prepared, ImmutableList<string> Out, int Log, int Events)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prepared}; out: {string.Join(' ', Out)}; {Log} lines in the log, {Events} events");
}

/// <summary>The front page, arranged and put out over and over.</summary>
internal sealed class FrontSubject(KilledSite site, Pen pen, int writer) : Subject<FrontState>(new FrontState("-", [], 0, 0))
{
    private int saves;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected override async Task<Operation<FrontState>> NextAsync()
    {
        await using var db = site.Open();
        var version = await db.FrontArrangements.Where(front => !front.IsOut).Select(front => front.Version).SingleOrDefaultAsync(Ct);
        if (Known.Prepared != "-" && Known.Prepared != Known.Out.LastOrDefault())
        {
            var after = Known with { Out = Known.Out.Add(Known.Prepared), Log = Known.Log + 1, Events = Known.Events + 1 };
            return new Operation<FrontState>("put the front page out", after, () => SendAsync("PutOut", version));
        }

        var mark = string.Create(CultureInfo.InvariantCulture, $"w{writer}x{++saves}");
        return new Operation<FrontState>($"announce {mark}", Known with { Prepared = mark }, () => SendAsync("Banner", version, ("Text", mark), ("Hours", "24")));
    }

    protected override async Task<string> ReadAsync(NewsDbContext db)
    {
        var fronts = await db.FrontArrangements.AsNoTracking().OrderBy(front => front.Id).ToListAsync(Ct);
        return new FrontState(
            fronts.Find(front => !front.IsOut)?.Banner?.Text ?? "-",
            [.. fronts.Where(front => front.IsOut).Select(front => front.Banner!.Text)],
            await db.AuditLog.CountAsync(entry => entry.Action == AuditAction.FrontArranged, Ct),
            await db.PublicationEvents.CountAsync(happened => happened.Kind == PublicationEventKind.FrontArranged, Ct)).ToString();
    }

    private async Task<string?> SendAsync(string handler, int version, params (string, string)[] fields)
    {
        var (status, _) = await pen.PostAsync($"/admin/front?handler={handler}", [.. fields, ("Version", version.ToString(CultureInfo.InvariantCulture))]);
        return status is HttpStatusCode.Found ? null : $"{status}\n{site.LastWords}";
    }
}
