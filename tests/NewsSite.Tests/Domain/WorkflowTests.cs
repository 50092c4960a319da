using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;

namespace NewsSite.Tests.Domain;

public sealed class WorkflowTests
{
    /// <summary>
    /// The whole table, written down a second time. Columns: the steps in their order. A letter names the least standing that may:
    /// c contributor, a author, p author in a section where authors publish, e editor; a dot: nobody.
    /// </summary>
    private static readonly Dictionary<ArticleStatus, string> Table = new()
    {
        //                          Edit Submit SendBack Approve Publish Update Discard Unpublish Retract Bin Restore Delete
        [ArticleStatus.Draft] = "c   c      .        .       p       .      .       .         .       c   .       .",
        [ArticleStatus.InReview] = "a   .      c        e       p       .      .       .         .       .   .       .",
        [ArticleStatus.Approved] = "e   .      c        .       a       .      .       .         .       .   .       .",
        [ArticleStatus.Retracted] = ".   .      .        .       .       .      .       .         .       .   .       .",
        [ArticleStatus.Binned] = ".   .      .        .       .       .      .       .         .       .   c       e",
    };

    /// <summary>The same for a published article, by how far its changes have come.</summary>
    private static readonly Dictionary<ChangeStatus, string> ChangeTable = new()
    {
        [ChangeStatus.Private] = "c   c      .        .       p       p      c       e         e       .   .       .",
        [ChangeStatus.InReview] = "a   .      c        e       p       p      .       e         e       .   .       .",
        [ChangeStatus.Approved] = "e   .      c        .       p       a      .       e         e       .   .       .",
    };

    private const long Harbour = 1;
    private const long Council = 2;
    private const long Ann = 7;
    private const long Bylined = 70;

    public static MatrixTheoryData<ArticleStatus, ChangeStatus, WorkflowStep> Every() =>
        new(Enum.GetValues<ArticleStatus>(), Enum.GetValues<ChangeStatus>(), Enum.GetValues<WorkflowStep>());

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_step_is_open_to_whom_the_table_says(ArticleStatus status, ChangeStatus changes, WorkflowStep step)
    {
        var row = status is ArticleStatus.Published ? ChangeTable[changes] : Table[status];
        var letter = row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[(int)step];
        var least = letter switch { "c" => Standing.Contributor, "a" => Standing.Author, "p" => Standing.PublishingAuthor, "e" => Standing.Editor, _ => (Standing?)null };

        Assert.Equal(least, Workflow.LeastFor(step, status, changes));
    }

    [Theory]
    [InlineData(StaffRole.Contributor, true, false, Standing.Contributor)]
    [InlineData(StaffRole.Contributor, true, true, Standing.Contributor)]
    [InlineData(StaffRole.Author, true, false, Standing.Author)]
    [InlineData(StaffRole.Author, true, true, Standing.PublishingAuthor)]
    [InlineData(StaffRole.Editor, true, false, Standing.Author)]
    [InlineData(StaffRole.Administrator, true, false, Standing.Editor)]
    [InlineData(StaffRole.Contributor, false, true, Standing.Stranger)]
    [InlineData(StaffRole.Author, false, true, Standing.Stranger)]
    [InlineData(StaffRole.Editor, false, true, Standing.Stranger)]
    [InlineData(StaffRole.Administrator, false, false, Standing.Editor)]
    public void Standing_follows_from_role_and_ownership(StaffRole role, bool isOwn, bool authorsPublish, Standing expected) =>
        Assert.Equal(expected, new ArticleFacts(Harbour, authorsPublish, isOwn ? Ann : 8, []).StandingOf(new StaffMember(Ann, "Ann", role, [], null)));

    [Fact]
    public void An_editor_edits_everything_in_the_sections_they_are_assigned_to_and_in_no_other()
    {
        var editor = new StaffMember(Ann, "Ann", StaffRole.Editor, [Council], null);

        Assert.Equal(Standing.Editor, new ArticleFacts(Council, AuthorsPublish: false, OwnerId: 8, []).StandingOf(editor));
        Assert.Equal(Standing.Stranger, new ArticleFacts(Harbour, AuthorsPublish: true, OwnerId: 8, []).StandingOf(editor));
    }

    [Theory]
    [InlineData(StaffRole.Author, Standing.Author)]
    [InlineData(StaffRole.Contributor, Standing.Stranger)]
    public void A_name_in_the_byline_makes_an_article_an_author_s_own_but_not_a_contributor_s(StaffRole role, Standing expected) =>
        Assert.Equal(expected, new ArticleFacts(Harbour, AuthorsPublish: false, OwnerId: null, [Bylined]).StandingOf(new StaffMember(Ann, "Ann", role, [], Bylined)));
}
