using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Media;
using NewsSite.Domain.Staff;
using NewsSite.Features.Media;

namespace NewsSite.Features.Newsroom.Library;

/// <summary>Takes the files that somebody hands in, one after the other: a bad one is named, and the others stay.</summary>
public sealed class UploadDesk(NewsDbContext db, AssetDesk assets, TimeProvider clock)
{
    public const int MostFiles = 20;

    /// <summary>Pictures of one person in a day; a newsroom has a few hundred.</summary>
    public const int MostInADay = 1000;

    public async Task<IReadOnlyList<Upload>> TakeAsync(IReadOnlyList<IFormFile> files, StaffMember member, CancellationToken ct)
    {
        var taken = new List<Upload>();
        foreach (var file in files.Take(MostFiles)) taken.Add(await TakeAsync(file, member, ct));
        taken.AddRange(files.Skip(MostFiles).Select(file => new Upload(FileName.Of(file.FileName), null, $"is one too many: at most {MostFiles} files are taken at a time.")));
        return taken;
    }

    private async Task<Upload> TakeAsync(IFormFile file, StaffMember member, CancellationToken ct)
    {
        var name = FileName.Of(file.FileName);
        if (file.Length == 0) return new Upload(name, null, "is empty.");
        if (file.Length > AssetDesk.MaxBytes) return new Upload(name, null, AssetDesk.TooLarge);
        var since = clock.GetUtcNow().AddDays(-1);
        if (await db.Assets.CountAsync(asset => asset.AddedById == member.Id && asset.AddedAt > since, ct) >= MostInADay) return new Upload(name, null, $"has to wait until tomorrow: {MostInADay} pictures are taken from one person in a day.");

        try
        {
            var outcome = await assets.TakeAsync(await BytesAsync(file, ct), name, member, ct);
            return new Upload(name, outcome.Asset, outcome.Reason);
        }
        catch (IOException)
        {
            return new Upload(name, null, "could not be kept: the store of pictures does not answer. Try again in a while.");
        }
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}

/// <summary>What became of one file: exactly one of the two is set.</summary>
/// <param name="Name">What it was called.</param>
/// <param name="Reason">Why it was refused; goes on after the name.</param>
public sealed record Upload(string Name, Asset? Asset, string? Reason);
