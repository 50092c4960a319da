using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Features.Settings;

/// <summary>Which addresses are free, and where those lead that something has left. Call it in a transaction.</summary>
public sealed class AddressBook(NewsDbContext db)
{
    private const string Field = nameof(NameForm.Slug);

    /// <summary>Reads the address that somebody wants.</summary>
    /// <param name="ownId">Of what it is for; 0 when that is new.</param>
    public async Task<WantedAddress> ReadAsync(SlugOwner owner, NameForm form, string name, long ownId, CancellationToken ct)
    {
        var typed = form.Slug?.Trim() ?? "";
        if (typed.Length == 0) typed = Slug.From(name)?.Value ?? "";
        if (typed.Length == 0) return Refused("Write an address: the name has no letter or digit to make one of.");
        if (Slug.TryParse(typed) is not { } slug) return Refused($"Use lower-case letters, digits and single hyphens, at most {Slug.MaxLength} characters{Suggestion(typed)}.");
        if (owner is SlugOwner.Section && IsTheSites(slug)) return Refused("The site itself uses this address. Choose another.");
        if (await HolderAsync(owner, slug, ownId, ct) is { } holder) return Refused($"“{holder}” has this address.");
        if (!form.TakesOver && await LedToAsync(owner, slug, ownId, ct) is { } target)
            return new WantedAddress(null, SettingOutcome.Held(Field, $"Old links to this address lead to “{target}”. If you take it, they will come here instead."));
        return new WantedAddress(slug, null);
    }

    /// <summary>What was at <paramref name="left"/> is now at <paramref name="taken"/>; the old address leads there.</summary>
    public async Task MoveAsync(SlugOwner owner, Slug left, Slug taken, long id, CancellationToken ct)
    {
        await TakeAsync(owner, taken, ct);
        await LeadAsync(owner, left, id, ct);
    }

    /// <summary>The address leads nowhere else from now on.</summary>
    public Task TakeAsync(SlugOwner owner, Slug taken, CancellationToken ct) =>
        db.FormerSlugs.Where(former => former.Owner == owner && former.Slug == taken).ExecuteDeleteAsync(ct);

    /// <summary>Whatever led to the one that is merged leads to the other, in one step.</summary>
    /// <param name="left">Address of the one that is merged.</param>
    public async Task MergeAsync(SlugOwner owner, Slug left, long id, long intoId, CancellationToken ct)
    {
        await db.FormerSlugs.Where(former => former.Owner == owner && former.TargetId == id)
            .ExecuteUpdateAsync(update => update.SetProperty(former => former.TargetId, intoId), ct);
        await LeadAsync(owner, left, intoId, ct);
    }

    public Task<List<string>> FormerAsync(SlugOwner owner, long id, CancellationToken ct) =>
        db.FormerSlugs.Where(former => former.Owner == owner && former.TargetId == id).OrderBy(former => former.Slug).Take(50).Select(former => former.Slug.Value).ToListAsync(ct);

    /// <param name="id">0 when nothing takes its place.</param>
    public async Task LeadAsync(SlugOwner owner, Slug left, long id, CancellationToken ct)
    {
        await TakeAsync(owner, left, ct);
        db.FormerSlugs.Add(new FormerSlug(owner, left, id));
    }

    private static bool IsTheSites(Slug slug) => SiteUrls.Reserved.Contains(slug.Value) || slug.Value.All(char.IsAsciiDigit);

    private Task<string?> HolderAsync(SlugOwner owner, Slug slug, long ownId, CancellationToken ct) => owner switch
    {
        SlugOwner.Section => db.Sections.Where(section => section.Slug == slug && section.Id != ownId).Select(section => section.Name).SingleOrDefaultAsync(ct),
        SlugOwner.Tag => db.Tags.Where(tag => tag.Slug == slug && tag.Id != ownId).Select(tag => tag.Name).SingleOrDefaultAsync(ct),
        SlugOwner.Author => db.Authors.Where(author => author.Slug == slug && author.Id != ownId).Select(author => author.Name).SingleOrDefaultAsync(ct),
        _ => db.ContentPages.Where(page => page.Slug == slug && page.Id != ownId).Select(page => page.Title).SingleOrDefaultAsync(ct),
    };

    private async Task<string?> LedToAsync(SlugOwner owner, Slug slug, long ownId, CancellationToken ct)
    {
        var target = await db.FormerSlugs.Where(former => former.Owner == owner && former.Slug == slug && former.TargetId != ownId)
            .Select(former => former.TargetId).SingleOrDefaultAsync(ct);
        return owner switch
        {
            SlugOwner.Section => await db.Sections.Where(section => section.Id == target).Select(section => section.Name).SingleOrDefaultAsync(ct),
            SlugOwner.Tag => await db.Tags.Where(tag => tag.Id == target).Select(tag => tag.Name).SingleOrDefaultAsync(ct),
            SlugOwner.Author => await db.Authors.Where(author => author.Id == target).Select(author => author.Name).SingleOrDefaultAsync(ct),
            _ => null, // a deleted page leads nowhere
        };
    }

    private static string Suggestion(string typed) => Slug.From(typed) is { } near ? $", such as “{near}”" : "";

    private static WantedAddress Refused(string complaint) => new(null, SettingOutcome.Refused(Field, complaint));
}

/// <summary>Exactly one is set.</summary>
public sealed record WantedAddress(Slug? Slug, SettingOutcome? Refusal);
