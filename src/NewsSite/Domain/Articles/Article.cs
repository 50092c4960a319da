using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Domain.Articles;

/// <summary>An article and the one rule by which it is published.</summary>
public sealed class Article : IVersioned
{
    public const int MaxHeadlineLength = 300;
    public const int MaxStandfirstLength = 1000;
    public const int MaxSeriesLength = 120;
    public const int MaxNotesLength = 4000;
    public const int MaxNoticeLength = 2000;

    private readonly List<BylineEntry> byline = [];
    private readonly List<ArticleTag> tags = [];
    private readonly List<PictureUse> pictures = [];

    private Article()
    {
    }

    public long Id { get; private set; }

    public string Headline { get; private set; } = "";

    public string? Standfirst { get; private set; }

    public Slug Slug { get; private set; } = null!;

    public long SectionId { get; private set; }

    public Section Section { get; private set; } = null!;

    public IReadOnlyList<BylineEntry> Byline => byline;

    public IReadOnlyList<ArticleTag> Tags => tags;

    /// <summary>BCP 47; null means the site's language.</summary>
    public string? Language { get; private set; }

    public ArticleStatus Status { get; private set; }

    /// <summary>When readers may see it, once <see cref="Status"/> is <see cref="ArticleStatus.Published"/>.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The local time that somebody set for <see cref="PublishedAt"/>; null when it was published at once.</summary>
    public WallTime? PublishedWall { get; private set; }

    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>Nobody may see it before; forbids an earlier <see cref="PublishedAt"/>.</summary>
    public DateTimeOffset? EmbargoedUntil { get; private set; }

    /// <summary>The local time that somebody set for <see cref="EmbargoedUntil"/>.</summary>
    public WallTime? EmbargoWall { get; private set; }

    /// <summary>When it was taken from readers who had seen it; its address answers that it is gone.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public DateTimeOffset? RetractedAt { get; private set; }

    /// <summary>What readers are told in place of a retracted article, plain text.</summary>
    public string? RetractionNotice { get; private set; }

    /// <summary>The account that began it; null when it came from files.</summary>
    public long? OwnerId { get; private set; }

    /// <summary>The account that sent it to review.</summary>
    public long? SubmittedById { get; private set; }

    /// <summary>When a person last changed it; null while nobody has.</summary>
    public DateTimeOffset? EditedAt { get; private set; }

    public string? EditedBy { get; private set; }

    /// <summary>The newsroom's own remarks, plain text; readers never see them.</summary>
    public string? Notes { get; private set; }

    public int Words { get; private set; }

    public Picture? Picture { get; private set; }

    /// <summary>Every picture of the article, <see cref="Picture"/> among them.</summary>
    public IReadOnlyList<PictureUse> Pictures => pictures;

    public string? Series { get; private set; }

    /// <summary>False when the newsroom wants no summary box over this article.</summary>
    public bool OffersSummary { get; private set; } = true;

    public long? TranslationOfId { get; private set; }

    public Article? TranslationOf { get; private set; }

    public ArticleBody Body { get; private set; } = null!;

    public ArticleSummary? Summary { get; private set; }

    /// <summary>The edition file it came from; null when it was written on the site.</summary>
    public string? EditionPath { get; private set; }

    /// <summary>Hash of that file as last loaded; null once an editor has changed the article, which the file then never overwrites.</summary>
    public string? EditionHash { get; private set; }

    public int Version { get; private set; }

    public static Article Draft(ArticleCopy copy)
    {
        var article = new Article();
        article.Revise(copy);
        return article;
    }

    /// <summary>Takes over new copy. Neither status nor place in the publish order changes.</summary>
    public void Revise(ArticleCopy copy)
    {
        (Headline, Standfirst, Slug, Language) = (copy.Headline, copy.Standfirst, copy.Slug, copy.Language);
        (Section, SectionId) = (copy.Section, copy.Section.Id);
        (Picture, Series, Words) = (copy.Picture, copy.Series, copy.Words);
        (TranslationOf, TranslationOfId) = (copy.TranslationOf, copy.TranslationOf?.Id);
        UpdatedAt = copy.UpdatedAt?.ToStored();
        OffersSummary = copy.OffersSummary;
        Notes = copy.Notes;
        Embargo(copy.Embargo?.ToInstant(), copy.Embargo);
        EditionHash = null;
        ReplaceByline(copy.Authors);
        ReplaceTags(copy.Tags);
        ReplacePictures(copy);
        if (Body is null) Body = new ArticleBody(copy.Markdown, copy.Html);
        else Body.Replace(copy.Markdown, copy.Html);
        Summary = copy.Summary is { } made ? Revised(made) : null;
    }

    /// <summary>Takes over a summary made from the body as it stands.</summary>
    /// <param name="html">The body's HTML with the summary's sources marked.</param>
    public void Summarize(ArticleSummary? summary, string html)
    {
        Summary = summary is null ? null : Replaced(summary);
        Body.Replace(Body.Markdown, html);
    }

    private ArticleSummary Revised(ArticleSummary made) => Replaced(Summary?.RevisedBy(made) ?? made);

    // The row stays the same one, so that nothing is deleted and inserted in one save.
    private ArticleSummary Replaced(ArticleSummary made)
    {
        if (Summary is null) return made;
        Summary.Replace(made);
        return Summary;
    }

    /// <summary>Lets readers see the article from <paramref name="at"/> on.</summary>
    /// <param name="at">A future instant is a schedule, and may be moved until it has passed.</param>
    /// <param name="wall">The local time that <paramref name="at"/> was set by.</param>
    public StepOutcome Publish(DateTimeOffset at, DateTimeOffset now, WallTime? wall = null)
    {
        if (Workflow.Find(Status, WorkflowStep.Publish) is null) return StepOutcome.WrongStatus;
        if (IsOut(now)) return StepOutcome.AlreadyPublished;
        if (EmbargoedUntil > at) return StepOutcome.UnderEmbargo;
        if (byline.Count == 0) return StepOutcome.NoByline;

        Status = ArticleStatus.Published;
        if (WithdrawnAt is null) (PublishedAt, PublishedWall) = (at.ToStored(), wall); // what was out before goes back to its place
        WithdrawnAt = null;
        return StepOutcome.Done;
    }

    public StepOutcome Submit(long accountId)
    {
        if (!Move(WorkflowStep.Submit)) return StepOutcome.WrongStatus;
        SubmittedById = accountId;
        return StepOutcome.Done;
    }

    public StepOutcome SendBack() => Move(WorkflowStep.SendBack) ? StepOutcome.Done : StepOutcome.WrongStatus;

    public StepOutcome Approve(long accountId)
    {
        if (Workflow.Find(Status, WorkflowStep.Approve) is null) return StepOutcome.WrongStatus;
        if (SubmittedById == accountId) return StepOutcome.SamePerson;
        Move(WorkflowStep.Approve);
        return StepOutcome.Done;
    }

    public StepOutcome Unpublish(DateTimeOffset now)
    {
        var wasOut = IsOut(now);
        if (!Move(WorkflowStep.Unpublish)) return StepOutcome.WrongStatus;
        if (wasOut) WithdrawnAt = now.ToStored();
        else (PublishedAt, PublishedWall) = (null, null);
        return StepOutcome.Done;
    }

    /// <param name="notice">What readers are told in its place, plain text.</param>
    public StepOutcome Retract(string notice, DateTimeOffset now)
    {
        if (Workflow.Find(Status, WorkflowStep.Retract) is null) return StepOutcome.WrongStatus;
        if (!IsOut(now)) return StepOutcome.NotYetPublished;
        if (string.IsNullOrWhiteSpace(notice)) return StepOutcome.NoNotice;

        Move(WorkflowStep.Retract);
        (RetractionNotice, RetractedAt) = (notice.Trim(), now.ToStored());
        return StepOutcome.Done;
    }

    /// <summary>Puts a draft aside, with all that is kept of it; a file of the edition does not bring it back.</summary>
    public StepOutcome Bin(Actor by, DateTimeOffset now)
    {
        if (!Move(WorkflowStep.Bin)) return StepOutcome.WrongStatus;
        Touch(by, now);
        EditionHash = null;
        return StepOutcome.Done;
    }

    public StepOutcome Restore(Actor by, DateTimeOffset now)
    {
        if (!Move(WorkflowStep.Restore)) return StepOutcome.WrongStatus;
        Touch(by, now);
        return StepOutcome.Done;
    }

    /// <summary>Whether readers can see it.</summary>
    public bool IsOut(DateTimeOffset now) => Status is ArticleStatus.Published && PublishedAt <= now;

    /// <summary>Whether readers find it, or its notice, at the address that it has.</summary>
    public bool HasReaders(DateTimeOffset now) => IsOut(now) || Status is ArticleStatus.Retracted;

    /// <summary>Whether readers have ever seen it.</summary>
    public bool WasOut(DateTimeOffset now) => IsOut(now) || WithdrawnAt is not null || Status is ArticleStatus.Retracted;

    /// <param name="until">Null lifts the embargo.</param>
    /// <param name="wall">The local time that <paramref name="until"/> was set by.</param>
    public void Embargo(DateTimeOffset? until, WallTime? wall = null) => (EmbargoedUntil, EmbargoWall) = (until?.ToStored(), wall);

    public void BelongTo(long accountId) => OwnerId = accountId;

    public void Touch(Actor by, DateTimeOffset at) => (EditedBy, EditedAt) = (by.Name, at.ToStored());

    /// <summary>Follows the editor's fields on an article that readers cannot see, so that lists show what it is about.</summary>
    /// <param name="headline">At most <see cref="MaxHeadlineLength"/> characters.</param>
    public void JotDown(string headline, int words)
    {
        if (Status is ArticleStatus.Published or ArticleStatus.Retracted or ArticleStatus.Binned) return;
        (Headline, Words) = (headline, words);
    }

    /// <summary>Follows the section that the editor's fields name, so that those who edit it find the draft.</summary>
    public void MoveTo(Section section)
    {
        if (Status is ArticleStatus.Draft) (Section, SectionId) = (section, section.Id);
    }

    /// <summary>Takes another section or other tags; all else stays as it is.</summary>
    public void Refile(Section section, IReadOnlyList<Tag> replacements)
    {
        (Section, SectionId, EditionHash) = (section, section.Id, null);
        ReplaceTags(replacements);
    }

    private bool Move(WorkflowStep step)
    {
        if (Workflow.Find(Status, step) is not { } rule) return false;
        Status = rule.To;
        return true;
    }

    public void MarkAsFromEdition(string path, string hash) => (EditionPath, EditionHash) = (path, hash);

    // Entries that stay are kept, so that the same row is never deleted and inserted in one save.
    private void ReplaceByline(IReadOnlyList<Author> authors)
    {
        byline.RemoveAll(entry => !authors.Contains(entry.Author));
        foreach (var (position, author) in authors.Index())
        {
            if (byline.Find(entry => entry.Author == author) is { } kept) kept.MoveTo(position);
            else byline.Add(new BylineEntry(author, position));
        }
    }

    private void ReplacePictures(ArticleCopy copy)
    {
        var files = copy.PicturesInText.Concat(copy.Picture is { } over ? [over.File] : []).Distinct().ToList();
        pictures.RemoveAll(use => !files.Contains(use.File));
        pictures.AddRange(files.Where(file => pictures.TrueForAll(use => use.File != file)).Select(file => new PictureUse(file)).ToList());
    }

    private void ReplaceTags(IReadOnlyList<Tag> replacements)
    {
        tags.RemoveAll(entry => !replacements.Contains(entry.Tag));
        foreach (var (position, tag) in replacements.Index())
        {
            if (tags.Find(entry => entry.Tag == tag) is { } kept) kept.MoveTo(position);
            else tags.Add(new ArticleTag(tag, position));
        }
    }
}
