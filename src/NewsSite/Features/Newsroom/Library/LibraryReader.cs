using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Media;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom.Library;

/// <summary>Lays out the library, a page at a time.</summary>
public sealed class LibraryReader(NewsDbContext db, AssetUses uses)
{
    public const int PageSize = 48;

    public async Task<LibraryView> ReadAsync(LibraryQuery query, StaffMember member, CancellationToken ct)
    {
        var found = await Before(In(query.Part, Worded(query.Words), member), query.Before)
            .OrderByDescending(asset => asset.AddedAt).ThenByDescending(asset => asset.Id).Take(PageSize + 1).ToListAsync(ct);
        var (page, more) = (found.Take(PageSize).ToList(), found.Count > PageSize);
        var counts = await uses.CountAsync([.. page.Select(asset => asset.File)], ct);
        return new LibraryView([.. page.Select(asset => AssetRow.Of(asset, counts.GetValueOrDefault(asset.File)))], more ? new DeskMark(page[^1].AddedAt, page[^1].Id) : null);
    }

    private IQueryable<Asset> Worded(string? words)
    {
        var assets = db.Assets.AsNoTracking();
        foreach (var word in (words ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) assets = assets.Where(asset => asset.FoundBy.Contains(word));
        return assets;
    }

    private IQueryable<Asset> In(LibraryPart part, IQueryable<Asset> assets, StaffMember member) => part switch
    {
        LibraryPart.Mine => assets.Where(asset => asset.AddedById == member.Id),
        LibraryPart.WithoutCredit => assets.Where(asset => asset.Credit == null),
        LibraryPart.Unused => uses.Unused(assets),
        _ => assets,
    };

    private static IQueryable<Asset> Before(IQueryable<Asset> assets, DeskMark? mark) =>
        mark?.At is { } at ? assets.Where(asset => asset.AddedAt <= at && (asset.AddedAt < at || asset.Id < mark.Id)) : assets;
}
