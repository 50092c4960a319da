using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Features.Newsroom.Bulk;
using NewsSite.Features.Newsroom.Revisions;
using NewsSite.Features.Shared;

namespace NewsSite.Tests.Support;

/// <summary>Work in the newsroom without its pages.</summary>
public static class NewsDesk
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Somebody with an account, as a request would see them.</summary>
    /// <param name="sections">Ids.</param>
    public static async Task<StaffMember> MemberAsync(this NewsApp app, string name, StaffRole role, params long[] sections) =>
        new(await app.HireAsync($"{name.ToLowerInvariant()}@courier.example", role, name, sections), name, role, sections, null);

    /// <summary>Fields that can be filed.</summary>
    public static ArticleForm Sheet(string headline = "The mole asks for a siren", long section = 1) => new()
    {
        Headline = headline,
        Standfirst = "Eleven boats lie outside the gates.",
        Body = Story.DefaultBody,
        Section = section,
        Byline = "Tomas Okell, Ines Maddern",
        Tags = "Quay, Storm",
    };

    public static Task<SaveOutcome> TypeAsync(this NewsApp app, StaffMember member, ArticleForm form, long? id = null, int version = 0) =>
        app.AtDeskAsync(services => services.GetRequiredService<WritingDesk>().SaveAsync(id, form, version, member, Ct));

    /// <summary>Keeps a text for merging.</summary>
    /// <returns>Number of the revision.</returns>
    public static Task<int?> SetAsideAsync(this NewsApp app, StaffMember member, ArticleForm form, long id, int version) =>
        app.AtDeskAsync(services => services.GetRequiredService<MergeDesk>().SetAsideAsync(id, form, version, member, Ct));

    public static Task<HistoryView?> HistoryAsync(this NewsApp app, StaffMember member, long id, RevisionPair? pair = null) =>
        app.AtDeskAsync(services => services.GetRequiredService<HistoryReader>().ReadAsync(id, null, pair, member, Ct));

    public static async Task<StepResult> StepAsync(this NewsApp app, StaffMember member, WorkflowStep step, long? id = null, ArticleForm? form = null, string? note = null)
    {
        var sheet = id is { } known ? await app.OpenAsync(member, known) : null;
        return await app.AtDeskAsync(services => services.GetRequiredService<WorkflowDesk>()
            .TakeAsync(id, new StepRequest(step, sheet?.Version ?? 0, note), form ?? sheet?.Form ?? Sheet(), member, Ct));
    }

    /// <summary>One thing with many articles.</summary>
    /// <returns>Id of the act.</returns>
    public static Task<long> BulkAsync(this NewsApp app, StaffMember member, BulkOrder order) =>
        app.AtDeskAsync(services => services.GetRequiredService<BulkWork>().DoAsync(order, member));

    public static Task<EditorSheet?> OpenAsync(this NewsApp app, StaffMember member, long id) =>
        app.AtDeskAsync(services => services.GetRequiredService<SheetReader>().OpenAsync(id, member, Ct));

    public static Task<DeskView> DeskAsync(this NewsApp app, StaffMember member, DeskPile pile, string? words = null, DeskMark? before = null) =>
        app.AtDeskAsync(services => services.GetRequiredService<DeskReader>().ReadAsync(new DeskQuery(pile, null, words, before), member, Ct));

    /// <summary>An article on its way, at the given status.</summary>
    /// <returns>Its id.</returns>
    public static async Task<long> ArticleAsync(this NewsApp app, StaffMember owner, params (StaffMember By, WorkflowStep Step)[] steps)
    {
        var id = (await app.TypeAsync(owner, Sheet())).Id!.Value;
        foreach (var (by, step) in steps)
        {
            var result = await app.StepAsync(by, step, id, note: "For the record.");
            Assert.True(result.IsDone, $"{step}: {result.Complaint} {string.Join(' ', result.Errors?.All.Values ?? [])}");
        }

        return id;
    }

    public static Task<Article> ArticleAsync(this NewsApp app, long id) =>
        app.WithDatabaseAsync(db => db.Articles.AsNoTracking().Include(article => article.Body).SingleAsync(article => article.Id == id, Ct));

    private static Task<T> AtDeskAsync<T>(this NewsApp app, Func<IServiceProvider, Task<T>> work) => app.InScopeAsync(async services =>
    {
        services.GetRequiredService<CurrentSite>().View = await services.GetRequiredService<SiteDirectory>().GetAsync(Ct);
        return await work(services);
    });
}
