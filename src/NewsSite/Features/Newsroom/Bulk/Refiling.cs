using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Newsroom.Revisions;
using NewsSite.Features.Publishing;

namespace NewsSite.Features.Newsroom.Bulk;

/// <summary>Gives an article another section or other tags, as it was filed and in the editor's fields alike: what stands there is neither filed nor lost. Call it in a transaction.</summary>
public sealed class Refiling(NewsDbContext db, NameDesk names, PublishingDesk publishing, RevisionShelf revisions)
{
    // What is longer than this could not be filed either.
    private const int MaxTypedTags = FieldErrors.MaxNames * (Tag.MaxNameLength + 2);

    /// <param name="at">UTC.</param>
    public async Task<BulkResult> RefileAsync(OpenArticle open, BulkOrder order, DateTimeOffset at, CancellationToken ct)
    {
        var now = Standing(open);
        return order.Action switch
        {
            BulkAction.Move when await db.Sections.SingleOrDefaultAsync(section => section.Id == order.Section, ct) is { } section =>
                await FileAsync(open, now with { Section = section, TypedSection = section.Id }, at, ct),
            BulkAction.AddTags => await FileAsync(open, Added(now, await names.TagsAsync(order.Tags, ct)), at, ct),
            BulkAction.RemoveTags => await FileAsync(open, Removed(now, await names.KnownTagsAsync(order.Tags, ct)), at, ct),
            _ => BulkResult.Refused("The section is not there any more."),
        };
    }

    /// <summary>Files an article as it was before; a tag that was deleted or merged into another since does not come back.</summary>
    /// <param name="at">UTC.</param>
    public async Task<BulkResult> PutBackAsync(OpenArticle open, FiledAs before, DateTimeOffset at, CancellationToken ct)
    {
        if (await db.Sections.SingleOrDefaultAsync(section => section.Id == before.SectionId, ct) is not { } section) return BulkResult.Refused("Its former section is not there any more.");

        var tags = await db.Tags.Where(tag => before.TagIds.Contains(tag.Id)).ToListAsync(ct);
        var ordered = before.TagIds.Select(id => tags.Find(tag => tag.Id == id)).OfType<Tag>().ToList();
        return await FileAsync(open, new Place(section, ordered, before.TypedSectionId, before.TypedTags), at, ct);
    }

    private async Task<BulkResult> FileAsync(OpenArticle open, Place wanted, DateTimeOffset at, CancellationToken ct)
    {
        var (article, copy, now) = (open.Article, open.Copy, Standing(open));
        if (Complaint(open, now, wanted) is { } refusal) return BulkResult.Refused(refusal);
        if (copy is null) wanted = wanted with { TypedSection = null, TypedTags = null };
        if (wanted.IsLike(now)) return BulkResult.Unchanged;

        var (by, before) = (Actor.Of(open.Member), now.Kept());
        await revisions.KeepFirstAsync(article, ct);
        var form = copy is null ? null : FormText.Read(copy.Fields);
        if (form is not null) (form.Section, form.Tags) = (wanted.TypedSection, wanted.TypedTags);
        if (form is not null) copy!.Save(FormText.Write(form), by, at);
        await publishing.RefileAsync(article.Id, wanted.Section, wanted.Tags, by, ct);
        await revisions.KeepActAsync(article, form ?? revisions.FiledForm(article), by, AuditAction.Refiled, ct);
        return BulkResult.Done(article.Version, before);
    }

    // The rule of the article's own page: who may change it where it is, and where it goes.
    private static string? Complaint(OpenArticle open, Place now, Place wanted)
    {
        var status = open.Article.Status;
        var step = status is ArticleStatus.Published ? WorkflowStep.Update : WorkflowStep.Edit;
        if (!open.Allows(WorkflowStep.Edit)) return status is ArticleStatus.Binned ? "It is in the bin, where nothing is changed." : "You may not change it as it stands now.";
        if (!open.Allows(step)) return "You may not change it for readers.";
        if (!open.AllowsInto(wanted.Section, step)) return $"You may not take it to {wanted.Section.Name}.";
        if (wanted.Tags.Count > now.Tags.Count && wanted.Tags.Count > FieldErrors.MaxNames) return $"It would have more than {FieldErrors.MaxNames} tags.";
        return wanted.TypedTags != now.TypedTags && (wanted.TypedTags?.Length > MaxTypedTags || now.TypedTags?.Length > MaxTypedTags) ? "Its field of tags holds more than can be filed. Put that right first." : null;
    }

    private static Place Added(Place now, IReadOnlyList<Tag> tags) =>
        now with { Tags = [.. now.Tags, .. tags.Except(now.Tags)], TypedTags = TypedTags.With(now.TypedTags, tags) };

    private static Place Removed(Place now, IReadOnlyList<Tag> tags) =>
        now with { Tags = [.. now.Tags.Except(tags)], TypedTags = TypedTags.Without(now.TypedTags, tags) };

    private static Place Standing(OpenArticle open)
    {
        var form = open.Copy is { } copy ? FormText.Read(copy.Fields) : null;
        return new Place(open.Article.Section, [.. open.Article.Tags.OrderBy(entry => entry.Position).Select(entry => entry.Tag)], form?.Section, form?.Tags);
    }

    private sealed record Place(Section Section, IReadOnlyList<Tag> Tags, long? TypedSection, string? TypedTags)
    {
        public bool IsLike(Place other) => Section == other.Section && Tags.SequenceEqual(other.Tags) && TypedSection == other.TypedSection && TypedTags == other.TypedTags;

        public FiledAs Kept() => new(Section.Id, [.. Tags.Select(tag => tag.Id)], TypedSection, TypedTags);
    }
}
