using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;

namespace NewsSite.Tests.Kills;

/// <summary>One article on its way through the newsroom. Each text is shorter than the one before, which makes each save a version of its own.</summary>
internal sealed class ArticleSubject(KilledSite site, Pen pen, int writer, Random random) : Subject<ArticleState>(new ArticleState())
{
    private const int Paragraphs = 40;

    private static readonly Dictionary<ArticleStatus, WorkflowStep[]> Steps = new()
    {
        [ArticleStatus.Draft] = [WorkflowStep.Publish, WorkflowStep.Submit, WorkflowStep.Bin],
        [ArticleStatus.InReview] = [WorkflowStep.Publish, WorkflowStep.SendBack],
        [ArticleStatus.Published] = [WorkflowStep.Unpublish],
        [ArticleStatus.Binned] = [WorkflowStep.Restore],
    };

    private long id;
    private int saves;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Another save would leave hardly any text.</summary>
    public bool IsWorn => saves >= Paragraphs - 5;

    private string Address => string.Create(CultureInfo.InvariantCulture, $"/admin/articles/{id}");

    protected override Task<Operation<ArticleState>> NextAsync()
    {
        if (Known.Versions.IsEmpty) return Task.FromResult(Begin());
        if (Known.Status is ArticleStatus.Binned) return Task.FromResult(Step(WorkflowStep.Restore));
        return Task.FromResult(random.Next(14) switch
        {
            0 => NameVersion(),
            1 => SetAside(),
            2 => Share(),
            3 => Tag(),
            < 7 => Step(Choose()),
            _ => Save(),
        });
    }

    protected override async Task<string> ReadAsync(NewsSite.Data.NewsDbContext db)
    {
        if (id == 0) id = await db.AuditLog.Where(entry => entry.Subject == Headline(Mark(1))).Select(entry => entry.ArticleId).SingleOrDefaultAsync(Ct) ?? 0;
        return id == 0 ? new ArticleState().ToString() : (await new ArticleAutopsy(db, id).ReadAsync()).ToString();
    }

    private WorkflowStep Choose()
    {
        var possible = Known is not { Status: ArticleStatus.Published, HasChanges: true } ? Steps[Known.Status]
            : Known.Changes is ChangeStatus.Private ? [WorkflowStep.Update, WorkflowStep.Submit, WorkflowStep.Discard, WorkflowStep.Unpublish]
            : [WorkflowStep.Update, WorkflowStep.SendBack, WorkflowStep.Unpublish];
        return possible[random.Next(possible.Length)];
    }

    private Operation<ArticleState> Begin()
    {
        saves = 1; // once more with the same mark when nothing was left of the first try
        var after = Known.Saved(Mark(1)) with { Audit = [AuditAction.Drafted] };
        return new Operation<ArticleState>($"begin {Mark(1)}", after, async () =>
        {
            var (status, text) = await pen.PostAsync("/admin/articles/new?handler=Save", Fields(Mark(1), 0));
            if (status is not HttpStatusCode.OK) return $"{status}\n{site.LastWords}";
            id = JsonDocument.Parse(text).RootElement.GetProperty("id").GetInt64();
            return null;
        });
    }

    private Operation<ArticleState> Save()
    {
        var mark = Mark(++saves);
        return new Operation<ArticleState>($"save {mark}", Known.Saved(mark), () => SendAsync("?handler=Save", mark, HttpStatusCode.OK));
    }

    private Operation<ArticleState> Step(WorkflowStep step) =>
        new(step.ToString(), Known.After(step), () => SendAsync("?handler=Step", Known.Editor, HttpStatusCode.Found, ("step", step.ToString())));

    private Operation<ArticleState> SetAside()
    {
        var mark = Mark(++saves);
        return new Operation<ArticleState>($"set {mark} aside", Known with { Asides = Known.Asides.Add(mark) }, () => SendAsync("?handler=Merge", mark, HttpStatusCode.Found));
    }

    private Operation<ArticleState> Share()
    {
        var label = Mark(++saves);
        return new Operation<ArticleState>($"share {label}", Known with { Previews = Known.Previews.Add(label), Audit = Known.Audit.Add(AuditAction.PreviewShared) }, async () =>
        {
            var (status, _) = await pen.PostAsync(Address + "/previews?handler=Make", [("Label", label), ("Days", "7")]);
            return status is HttpStatusCode.OK ? null : $"{status}\n{site.LastWords}";
        });
    }

    private Operation<ArticleState> Tag()
    {
        var tag = Mark(++saves);
        return new Operation<ArticleState>($"tag with {tag}", Known.Tagged(tag), async () =>
        {
            var (status, _) = await pen.PostAsync("/admin?handler=Bulk", [("Ids", id.ToString(CultureInfo.InvariantCulture)), ("What", "AddTags"), ("Tags", tag)]);
            return status is HttpStatusCode.Found ? null : $"{status}\n{site.LastWords}";
        });
    }

    private Operation<ArticleState> NameVersion()
    {
        var name = Mark(++saves);
        return new Operation<ArticleState>($"name a version {name}", Known with { Names = [name] }, async () =>
        {
            var (status, _) = await pen.PostAsync(Address + "/history?handler=Name", [("number", "1"), ("name", name)]);
            return status is HttpStatusCode.Found ? null : $"{status}\n{site.LastWords}";
        });
    }

    private async Task<string?> SendAsync(string handler, string mark, HttpStatusCode wanted, params (string, string)[] more)
    {
        await using var db = site.Open();
        var version = await db.Articles.Where(article => article.Id == id).Select(article => article.Version).SingleAsync(Ct);
        var (status, _) = await pen.PostAsync(Address + handler, [.. Fields(mark, version), .. more]);
        return status == wanted ? null : $"{status}\n{site.LastWords}";
    }

    private (string, string)[] Fields(string mark, int version) =>
    [
        ("Headline", Headline(mark)), ("Standfirst", mark + " of the day"), ("Body", Marked.Text(mark, Paragraphs - int.Parse(mark.Split('x')[1], CultureInfo.InvariantCulture))),
        ("Section", "1"), ("Byline", "Ann Reporter"), ("Tags", string.Join(", ", Known.Tags)), ("OffersSummary", "true"), ("Version", version.ToString(CultureInfo.InvariantCulture)),
    ];

    private static string Headline(string mark) => $"Siren {mark}";

    private string Mark(int number) => string.Create(CultureInfo.InvariantCulture, $"w{writer}x{number}");
}
