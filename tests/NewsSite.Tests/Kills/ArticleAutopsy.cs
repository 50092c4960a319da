using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Search;
using NewsSite.Domain.Articles;
using NewsSite.Features.Newsroom;
using NewsSite.Features.Newsroom.Revisions;
using NewsSite.Features.Shared;

namespace NewsSite.Tests.Kills;

/// <summary>Reads all that is left of one article; fails when any text of it is half a text.</summary>
internal sealed class ArticleAutopsy(NewsDbContext db, long id)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<ArticleState> ReadAsync()
    {
        var article = await db.Articles.AsNoTracking().Include(found => found.Body).SingleAsync(found => found.Id == id, Ct);
        var copy = await db.WorkingCopies.AsNoTracking().SingleOrDefaultAsync(found => found.ArticleId == id, Ct);
        var revisions = await db.Revisions.AsNoTracking().Where(revision => revision.ArticleId == id).OrderBy(revision => revision.Number).ToListAsync(Ct);
        var marks = new List<(Revision Revision, string Mark)>();
        foreach (var revision in revisions) marks.Add((revision, await MarkOfAsync(revision)));
        var filed = Marked.MarkOf(article.Body.Markdown, article.Body.Html, article.Standfirst, article.Status is ArticleStatus.Published ? article.Headline : null);
        var editor = copy is null ? filed : MarkOf(JsonSerializer.Deserialize<ArticleForm>(copy.Fields)!);
        Assert.Equal(editor, marks.Last(each => each.Revision.AsideFrom is null).Mark);
        Assert.Equal(Enumerable.Range(1, revisions.Count), revisions.Select(revision => revision.Number));
        return new ArticleState
        {
            Editor = editor,
            Filed = filed,
            Status = article.Status,
            Changes = article.Status is ArticleStatus.Published ? copy?.Status ?? ChangeStatus.Private : ChangeStatus.Private,
            Audit = [.. await db.AuditLog.Where(entry => entry.ArticleId == id).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync(Ct)],
            Events = [.. await db.PublicationEvents.Where(happened => happened.ArticleId == id).OrderBy(happened => happened.Id).Select(happened => happened.Kind).ToListAsync(Ct)],
            Versions = [.. marks.Where(each => each.Revision.AsideFrom is null).Select(each => each.Mark)],
            Names = [.. revisions.Select(revision => revision.Name).OfType<string>()],
            Asides = [.. marks.Where(each => each.Revision.AsideFrom is not null).Select(each => each.Mark)],
            Previews = [.. await db.PreviewLinks.Where(link => link.ArticleId == id).OrderBy(link => link.Id).Select(link => link.Label).ToListAsync(Ct)],
            Tags = [.. await db.Set<ArticleTag>().Where(entry => entry.ArticleId == id).OrderBy(entry => entry.Position).Select(entry => entry.Tag.Name).ToListAsync(Ct)],
            IsFound = await IsFoundAsync(filed),
        };
    }

    private async Task<string> MarkOfAsync(Revision revision) =>
        MarkOf((await new RevisionShelf(db, new CurrentSite(), TimeProvider.System).ReadAsync(id, revision.Number, Ct))!);

    private static string MarkOf(ArticleForm form) => Marked.MarkOf(form.Headline, form.Standfirst, form.Body);

    private async Task<bool> IsFoundAsync(string filed)
    {
        var rows = (await db.Database.SqlQuery<long>($"SELECT rowid AS Value FROM ArticleSearch WHERE ArticleSearch MATCH {filed.Replace("-", "\"-\"", StringComparison.Ordinal)}").ToListAsync(Ct)).ConvertAll(SearchPlace.ArticleIdOf);
        var has = (await db.Database.SqlQuery<long>($"SELECT rowid AS Value FROM ArticleSearch").ToListAsync(Ct)).Exists(row => SearchPlace.ArticleIdOf(row) == id);
        Assert.True(has == rows.Contains(id), string.Create(CultureInfo.InvariantCulture, $"The search holds another text of article {id} than {filed}."));
        return has;
    }
}
