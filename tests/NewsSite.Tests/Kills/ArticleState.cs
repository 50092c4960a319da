using System.Collections.Immutable;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;

namespace NewsSite.Tests.Kills;

/// <summary>What is to be found of one article, each text by its mark.</summary>
internal sealed record ArticleState
{
    /// <summary>In the editor.</summary>
    public string Editor { get; init; } = "-";

    public string Filed { get; init; } = "-";

    public ArticleStatus Status { get; init; }

    public ChangeStatus Changes { get; init; }

    public ImmutableList<AuditAction> Audit { get; init; } = [];

    public ImmutableList<PublicationEventKind> Events { get; init; } = [];

    public ImmutableSortedSet<string> Versions { get; init; } = [];

    public ImmutableList<string> Names { get; init; } = [];

    public ImmutableList<string> Asides { get; init; } = [];

    public ImmutableList<string> Previews { get; init; } = [];

    /// <summary>Given by the desk's form for many articles.</summary>
    public ImmutableList<string> Tags { get; init; } = [];

    public bool IsFound { get; init; }

    public bool HasChanges => Editor != Filed;

    public ArticleState Saved(string mark) => this with { Editor = mark, Versions = Versions.Add(mark) };

    public ArticleState Tagged(string tag) => (this with { Tags = Tags.Add(tag), Events = Status is ArticleStatus.Published ? Events.Add(PublicationEventKind.Revised) : Events }).Did(AuditAction.Refiled);

    public ArticleState After(WorkflowStep step) => step switch
    {
        WorkflowStep.Publish => (Out(PublicationEventKind.Published) with { Status = ArticleStatus.Published }).Did(AuditAction.Published),
        WorkflowStep.Update => Out(PublicationEventKind.Revised).Did(AuditAction.Revised),
        WorkflowStep.Unpublish => (this with { Status = ArticleStatus.Draft, Changes = ChangeStatus.Private, Events = Events.Add(PublicationEventKind.Unpublished), IsFound = false }).Did(AuditAction.Unpublished),
        WorkflowStep.Discard => (this with { Editor = Filed, Changes = ChangeStatus.Private }).Did(AuditAction.ChangesDropped),
        WorkflowStep.Bin => (this with { Status = ArticleStatus.Binned }).Did(AuditAction.Binned),
        WorkflowStep.Restore => (this with { Status = ArticleStatus.Draft }).Did(AuditAction.Restored),
        WorkflowStep.Submit when Status is ArticleStatus.Published => (this with { Changes = ChangeStatus.InReview }).Did(AuditAction.ChangesSubmitted),
        WorkflowStep.SendBack when Status is ArticleStatus.Published => (this with { Changes = ChangeStatus.Private }).Did(AuditAction.ChangesSentBack),
        WorkflowStep.Submit => (this with { Status = ArticleStatus.InReview, Filed = Editor }).Did(AuditAction.Submitted),
        WorkflowStep.SendBack => (this with { Status = ArticleStatus.Draft }).Did(AuditAction.SentBack),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public override string ToString() =>
        $"editor {Editor}, filed {Filed}, {Status}, changes {Changes}, audit {string.Join(' ', Audit)}, events {string.Join(' ', Events)}, versions {string.Join(' ', Versions)}, "
        + $"names {string.Join(' ', Names)}, set aside {string.Join(' ', Asides)}, previews {string.Join(' ', Previews)}, tags {string.Join(' ', Tags)}, {(IsFound ? "found" : "not found")} by search";

    private ArticleState Out(PublicationEventKind kind) => this with { Filed = Editor, Changes = ChangeStatus.Private, Events = Events.Add(kind), IsFound = true };

    private ArticleState Did(AuditAction action) => this with { Audit = Audit.Add(action) };
}
