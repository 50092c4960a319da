using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Media;
using NewsSite.Domain.Staff;
using NewsSite.Features.Media.Blobs;
using NewsSite.Features.Media.Intake;

namespace NewsSite.Features.Media;

/// <summary>Takes pictures into the media library: the same file twice is one picture.</summary>
public sealed class AssetDesk(NewsDbContext db, IBlobStore blobs, Darkroom darkroom, TimeProvider clock)
{
    /// <summary>Of a file that is handed in.</summary>
    public const int MaxBytes = BlobKey.MaxBytes;

    /// <summary>Goes on after the file's name.</summary>
    public const string TooLarge = "is larger than 32 MB.";

    /// <param name="file">At most <see cref="MaxBytes"/>; more is refused.</param>
    /// <param name="name">What the file was called: anybody's word, never a path.</param>
    /// <param name="by">Null for an edition.</param>
    /// <param name="otherwise">What is said of it where the file itself says nothing.</param>
    /// <exception cref="IOException">The store cannot be reached.</exception>
    public async Task<IntakeOutcome> TakeAsync(byte[] file, string name, StaffMember? by, CancellationToken ct, AssetWords? otherwise = null)
    {
        if (file.Length > MaxBytes) return IntakeOutcome.Refused(TooLarge);

        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        if (await FindAsync(hash, ct) is { } known) return IntakeOutcome.Taken(known);
        if (PictureScan.TryRead(file, out var reason) is not { } scan) return IntakeOutcome.Refused(reason!);
        if (await darkroom.DevelopAsync(file, ct) is not { } negative) return IntakeOutcome.Refused($"cannot be decoded: as a {scan.Kind} picture it is damaged.");
        if (negative.Master.Length > BlobKey.MaxBytes) return IntakeOutcome.Refused("is too detailed to be kept. Make it smaller and try again.");

        // The bytes first: a row without bytes is a broken picture, bytes without a row are swept.
        var key = BlobKey.Master(negative.Master);
        await blobs.PutAsync(key, negative.Master, ct);
        var called = FileName.Of(name);
        var given = by is null ? await GivenAsync(called, ct) : null;
        var source = new AssetSource(given ?? $"{hash[..32]}.{negative.Ending}", hash, called);
        var asset = new Asset(source, new AssetMaster(key, negative.Width, negative.Height, negative.Master.Length, negative.Tone), negative.Words.Or(otherwise), clock.GetUtcNow(), by is null ? null : (by.Id, by.Name));
        return IntakeOutcome.Taken(await KeepAsync(asset, by, ct));
    }

    // A picture that was exported comes back as the bytes that were kept of it.
    private Task<Asset?> FindAsync(string hash, CancellationToken ct) =>
        db.Assets.OrderBy(asset => asset.Id).FirstOrDefaultAsync(asset => asset.SourceHash == hash || asset.Blob == BlobKey.MasterPrefix + hash, ct);

    // Texts that were exported, or are older than the library, call their pictures by the names that a site gave them.
    private async Task<string?> GivenAsync(string name, CancellationToken ct) =>
        PictureShelf.GivenName().IsMatch(name) && !await db.Assets.AnyAsync(asset => asset.File == name, ct) ? name : null;

    private async Task<Asset> KeepAsync(Asset asset, StaffMember? by, CancellationToken ct, AssetWords? otherwise = null)
    {
        var note = by is null ? null : new AuditEntry(Actor.Of(by), AuditAction.PictureAdded, asset.Name, asset.AddedAt);
        db.Add(asset);
        if (note is not null) db.Add(note);
        try
        {
            await db.SaveChangesAsync(ct);
            return asset;
        }
        catch (DbUpdateException)
        {
            // Somebody else handed in the same file at the same time.
            db.Entry(asset).State = EntityState.Detached;
            if (note is not null) db.Entry(note).State = EntityState.Detached;
            if (await FindAsync(asset.SourceHash, ct) is { } known) return known;
            throw;
        }
    }
}

/// <summary>Exactly one is set.</summary>
public sealed record IntakeOutcome
{
    private IntakeOutcome()
    {
    }

    public Asset? Asset { get; private init; }

    /// <summary>Goes on after the file's name: “is larger than 32 MB.”</summary>
    public string? Reason { get; private init; }

    internal static IntakeOutcome Taken(Asset asset) => new() { Asset = asset };

    internal static IntakeOutcome Refused(string reason) => new() { Reason = reason };
}
