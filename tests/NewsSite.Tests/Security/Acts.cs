using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Features.Media;
using NewsSite.Features.Newsroom.Bulk;
using NewsSite.Features.Newsroom.Front;
using NewsSite.Features.Newsroom.Library;
using NewsSite.Features.Newsroom.Previews;
using NewsSite.Features.Publishing;
using NewsSite.Features.Settings;
using NewsSite.Tests.Features.Accounts;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Security;

/// <param name="Rows">What the audit log then says, in order.</param>
/// <param name="Prepare">What must have happened before.</param>
/// <param name="Do">Does it, as often as it is asked; false when it was refused.</param>
internal sealed record Act(string Name, AuditAction[] Rows, Func<Task> Prepare, Func<Task<bool>> Do);

/// <summary>Everything that people do which the audit log must tell, each ready to be done. The order counts: one prepares for the next.</summary>
internal sealed class Acts : IAsyncDisposable
{
    private const string Email = "ruth@courier.example";

    private readonly List<StaffBrowser> browsers = [];
    private long ruth;
    private long article;
    private byte[] key = [];
    private IReadOnlyList<string> codes = [];
    private string link = "";
    private StaffMember editor = null!;

    private Acts()
    {
    }

    public NewsApp App { get; } = NewsApp.With(new Story { Slug = "one", More = "tags: [Quay, Storm]" }, new Story { Slug = "two", Section = "council", Authors = "Tomas Okell", More = "tags: [Storm]" });

    public IEnumerable<Act> All => [.. Accounts(), .. Factors(), .. Newsroom(), .. Settings()];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Actor By => Actor.Of(editor);

    public static async Task<Acts> OpenAsync()
    {
        var acts = new Acts();
        acts.editor = await acts.App.MemberAsync("Ines", StaffRole.Administrator);
        return acts;
    }

    public async ValueTask DisposeAsync()
    {
        browsers.ForEach(browser => browser.Dispose());
        await App.DisposeAsync();
    }

    private IEnumerable<Act> Accounts() =>
    [
        Desk("invite", AuditAction.AccountCreated, async desk =>
        {
            var invited = await desk.InviteAsync(Email, "Ruth Calloway", StaffRole.Author, [], By, Ct);
            (ruth, link) = (invited.AccountId ?? 0, invited.Link ?? "");
            return invited.Complaint is null;
        }),
        new("accept the invitation", [AuditAction.CredentialChanged], Nothing, () => ChooseAsync(StaffRoom.Password)),
        new("sign in", [AuditAction.SignedIn], Nothing, () => EnterAsync(NewBrowser())),
        Desk("make a link", AuditAction.CredentialChanged, async desk => (link = await desk.LinkAsync(ruth, By, Ct) ?? "").Length > 0),
        new("choose a password by it", [AuditAction.CredentialChanged], Nothing, () => ChooseAsync(StaffRoom.Password)),
        Desk("change the role", AuditAction.AccountChanged, async desk => (await desk.AssignAsync(ruth, StaffRole.Editor, [1], By, Ct)).Complaint is null),
        Desk("give a byline", AuditAction.AccountChanged, async desk => (await desk.WriteAsAsync(ruth, "tomas-okell", By, Ct)).Complaint is null),
        Desk("disable", AuditAction.AccountChanged, async desk => (await desk.DisableAsync(ruth, By, Ct)).Complaint is null),
        Desk("enable", AuditAction.AccountChanged, async desk => (await desk.EnableAsync(ruth, By, Ct)).Complaint is null),
        Page("change the password", [AuditAction.CredentialChanged, AuditAction.SignedIn], "/account/security", "Password", ("form.Current", StaffRoom.Password), ("form.Wanted", StaffRoom.Password)),
        new("sign another browser out", [AuditAction.CredentialChanged], async () => await EnterAsync(NewBrowser()), () => SubmitAsync(browsers[^2], "/account/security", "End")),
        Page("sign out everywhere", [AuditAction.CredentialChanged], "/account/security", "EndAll"),
    ];

    private IEnumerable<Act> Factors() =>
    [
        new("add an app", [AuditAction.CredentialChanged, AuditAction.SignedIn], async () => await EnterAsync(NewBrowser()), AddAppAsync),
        new("renew the codes", [AuditAction.CredentialChanged], Nothing, RenewCodesAsync),
        new("sign in with a code", [AuditAction.SignedIn], ComeAsync, () => SubmitAsync(browsers[^1], "/account/two-factor", null, ("form.Code", TimeCode.At(key, App.Clock.GetUtcNow())))),
        new("sign in with a recovery code", [AuditAction.SignedIn], ComeAsync, () => SubmitAsync(browsers[^1], "/account/recovery", null, ("form.Code", codes[0]))),
        Page("remove the app", [AuditAction.CredentialChanged, AuditAction.SignedIn], "/account/authenticator", "Stop", ("form.Password", StaffRoom.Password)),
        new("rename a passkey", [AuditAction.CredentialChanged], AddPasskeyAsync, () => SubmitAsync(browsers[^1], "/account/passkeys", "Rename", ("name", "Phone"))),
        Page("remove a passkey", [AuditAction.CredentialChanged], "/account/passkeys", "Remove", ("id", "0102")),
        Desk("take all factors away", AuditAction.AccountChanged, async desk => (await desk.ForgetSecondFactorAsync(ruth, By, Ct)).Complaint is null),
    ];

    private IEnumerable<Act> Newsroom() =>
    [
        new("begin an article", [AuditAction.Drafted], Nothing, async () => await TryAsync(async () => (article = (await App.TypeAsync(editor, NewsDesk.Sheet())).Id ?? 0) > 0)),
        Step("submit", AuditAction.Submitted, WorkflowStep.Submit),
        Step("send back", AuditAction.SentBack, WorkflowStep.SendBack),
        Step("publish", AuditAction.Published, WorkflowStep.Publish),
        new("change a published article", [AuditAction.Revised], () => ChangeTextAsync("The mole gets a siren"), () => StepAsync(WorkflowStep.Update)),
        Step("send changes to review", AuditAction.ChangesSubmitted, WorkflowStep.Submit, () => ChangeTextAsync("The mole gets two sirens")),
        Step("send changes back", AuditAction.ChangesSentBack, WorkflowStep.SendBack),
        Step("drop changes", AuditAction.ChangesDropped, WorkflowStep.Discard),
        Step("approve changes", AuditAction.ChangesApproved, WorkflowStep.Approve, ChangesBeReviewedAsync),
        Step("unpublish", AuditAction.Unpublished, WorkflowStep.Unpublish),
        Step("approve", AuditAction.Approved, WorkflowStep.Approve, BeReviewedAsync),
        new("schedule", [AuditAction.Scheduled], Nothing, () => TryAsync(async () => await App.InScopeAsync(services =>
            services.GetRequiredService<PublishingDesk>().PublishAsync(article, NewsApp.Noon.AddDays(2), By, Ct)) is StepOutcome.Done)),
        Step("retract", AuditAction.Retracted, WorkflowStep.Retract, async () => article = await IdAsync("Articles", "one")),
        new("give another summary", [AuditAction.Summarized], async () => article = await IdAsync("Articles", "two"), () => TryAsync(() => App.InScopeAsync(services =>
            services.GetRequiredService<PublishingDesk>().SummarizeAsync(article, null, "<p>Work begins in March.</p>", By, Ct)))),
        new("tag many articles", [AuditAction.Refiled], Nothing, () => TryAsync(async () => await App.BulkAsync(editor, new BulkOrder([article], BulkAction.AddTags, 0, ["Fog"], null, "Fog")) > 0)),
        InArticle("share a preview", AuditAction.PreviewShared, async desk => await desk.MakeAsync(article, new PreviewLinkForm { Label = "Lawyer" }, editor, Ct) is not null, async () => article = await App.ArticleAsync(editor)),
        InArticle("revoke a preview", AuditAction.PreviewRevoked, desk => desk.RevokeAsync(article, 1, editor, Ct), Nothing),
        Step("bin", AuditAction.Binned, WorkflowStep.Bin, async () => article = await App.ArticleAsync(editor)),
        Step("restore", AuditAction.Restored, WorkflowStep.Restore),
        new("delete for good", [AuditAction.Deleted], () => StepAsync(WorkflowStep.Bin), () => StepAsync(WorkflowStep.Delete)),
        new("take an address over", [AuditAction.AddressTaken, AuditAction.Revised], LeaveAddressAsync, () => StepAsync(WorkflowStep.Update)),
        new("put the front page out", [AuditAction.FrontArranged], async () => await App.AnnounceAsync(editor, "The quay is closed"), () => TryAsync(async () => (await App.PutOutAsync(editor)).End is FrontEnd.Done)),
    ];

    private IEnumerable<Act> Settings() =>
    [
        Setting<SiteDesk>("change the site", AuditAction.SiteChanged, async desk =>
        {
            var form = await desk.ReadAsync(Ct);
            form.Tagline = "What the tide brings";
            return await desk.ChangeAsync(form, By, Ct);
        }),
        Setting<SectionDesk>("add a section", AuditAction.SectionChanged, desk => desk.AddAsync(new SectionForm { Name = "Weather" }, By, Ct)),
        Setting<SectionDesk>("move a section", AuditAction.SectionChanged, async desk => await desk.MoveAsync(await IdAsync("Sections", "weather"), up: true, By, Ct)),
        Setting<SectionDesk>("rename a section", AuditAction.SectionChanged, async desk =>
        {
            var id = await IdAsync("Sections", "weather");
            return await desk.ChangeAsync(id, new SectionForm { Name = "Skies", Slug = "skies", Version = (await desk.FindAsync(id, Ct))!.Version }, By, Ct);
        }),
        Setting<SectionDesk>("merge a section", AuditAction.SectionChanged, async desk =>
        {
            var id = await IdAsync("Sections", "skies");
            return await desk.MergeAsync(id, new MergeForm { Into = "harbour", Confirmed = true, Version = (await desk.FindAsync(id, Ct))!.Version }, By, Ct);
        }),
        Setting<TagDesk>("rename a tag", AuditAction.TagChanged, async desk =>
        {
            var id = await IdAsync("Tags", "quay");
            return await desk.ChangeAsync(id, new TagForm { Name = "Quays", Slug = "quays", Version = (await desk.FindAsync(id, Ct))!.Version }, By, Ct);
        }),
        Setting<TagDesk>("merge a tag", AuditAction.TagChanged, async desk =>
        {
            var id = await IdAsync("Tags", "quays");
            return await desk.MergeAsync(id, new MergeForm { Into = "storm", Confirmed = true, Version = (await desk.FindAsync(id, Ct))!.Version }, By, Ct);
        }),
        Setting<AuthorDesk>("add an author", AuditAction.AuthorChanged, desk => desk.AddAsync(new NewAuthorForm { Name = "Leo Marchetti" }, By, Ct)),
        Setting<AuthorDesk>("change an author", AuditAction.AuthorChanged, async desk =>
        {
            var id = await IdAsync("Authors", "leo-marchetti");
            return await desk.ChangeAsync(id, new AuthorForm { Name = "Leo Marchetti", About = "Writes of boats.", Slug = "leo-marchetti", Version = (await desk.FindAsync(id, Ct))!.Version }, By, Ct);
        }),
        Setting<AuthorDesk>("merge an author", AuditAction.AuthorChanged, async desk =>
        {
            var id = await IdAsync("Authors", "leo-marchetti");
            return await desk.MergeAsync(id, new MergeForm { Into = "tomas-okell", Confirmed = true, Version = (await desk.FindAsync(id, Ct))!.Version }, By, Ct);
        }),
        Setting<PageDesk>("write a page", AuditAction.PageChanged, desk => desk.SaveAsync(null, new PageForm { Title = "Imprint", Slug = "imprint", Body = "Who we are." }, By, Ct)),
        Setting<PageDesk>("delete a page", AuditAction.PageChanged, async desk =>
        {
            var id = await IdAsync("ContentPages", "imprint");
            return await desk.DeleteAsync(id, new DeleteForm { Confirmed = true, Version = (await desk.FindAsync(id, Ct))!.Version }, By, Ct);
        }),
        new("bring a picture in", [AuditAction.PictureAdded], Nothing, () => InDeskAsync<AssetDesk>(async desk => (await desk.TakeAsync(TestPicture.Png(), "quay.png", editor, Ct)).Asset is not null)),
        new("describe a picture", [AuditAction.PictureChanged], Nothing, () => InDeskAsync<PictureDesk>(async desk => await desk.ChangeAsync(1, new PictureForm { Caption = "A quay", Version = 1 }, editor, Ct) is PictureEnd.Done)),
        new("delete a picture", [AuditAction.PictureDeleted], Nothing, () => InDeskAsync<PictureDesk>(async desk => await desk.DeleteAsync(1, new DeletePictureForm { Version = 2 }, editor, Ct) is PictureEnd.Done)),
    ];

    private static Task Nothing() => Task.CompletedTask;

    private Act Desk(string name, AuditAction row, Func<StaffDesk, Task<bool>> work) => new(name, [row], Nothing, () => InDeskAsync(work));

    private Act Setting<TDesk>(string name, AuditAction row, Func<TDesk, Task<SettingOutcome>> work)
        where TDesk : notnull => new(name, [row], Nothing, () => InDeskAsync<TDesk>(async desk => (await work(desk)).End is SettingEnd.Done));

    private Act Page(string name, AuditAction[] rows, string page, string handler, params (string, string)[] fields) => new(name, rows, ComeInAsync, () => SubmitAsync(browsers[^1], page, handler, fields));

    private Act InArticle(string name, AuditAction row, Func<PreviewLinkDesk, Task<bool>> work, Func<Task> prepare) => new(name, [row], prepare, () => InDeskAsync(work));

    private Act Step(string name, AuditAction row, WorkflowStep step, Func<Task>? prepare = null) => new(name, [row], async () => await KeepAsync(prepare), () => StepAsync(step));

    private Task<bool> InDeskAsync<TDesk>(Func<TDesk, Task<bool>> work)
        where TDesk : notnull => TryAsync(() => App.InScopeAsync(services => work(services.GetRequiredService<TDesk>())));

    private static async Task<bool> TryAsync(Func<Task<bool>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            return false;
        }
    }

    private StaffBrowser NewBrowser()
    {
        browsers.Add(new StaffBrowser(App));
        return browsers[^1];
    }

    private static async Task<bool> EnterAsync(StaffBrowser browser) => (await browser.SignInAsync(Email)).Status is HttpStatusCode.Found && await browser.IsInAsync();

    // The first step writes nothing: only the second lets in.
    private async Task ComeAsync()
    {
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await browsers[^1].SignInAsync(Email);
    }

    private async Task ComeInAsync()
    {
        if (!await browsers[^1].IsInAsync()) await EnterAsync(NewBrowser());
    }

    private static async Task<bool> SubmitAsync(StaffBrowser browser, string page, string? handler, params (string Name, string Value)[] fields) =>
        (await browser.SubmitAsync(page, fields.ToDictionary(field => field.Name, field => field.Value), handler)).Status is HttpStatusCode.Found;

    private Task<bool> ChooseAsync(string password) => SubmitAsync(NewBrowser(), link, null, ("form.Password", password));

    private async Task<bool> AddAppAsync()
    {
        var page = await browsers[^1].GetAsync("/account/authenticator");
        key = SecondFactorTests.KeyOf(page);
        return (await browsers[^1].SubmitAsync(page, "/account/authenticator", new Dictionary<string, string> { ["form.Code"] = TimeCode.At(key, App.Clock.GetUtcNow()), ["form.Password"] = StaffRoom.Password }, "Start"))
            .Page.QuerySelector(".codes") is not null;
    }

    private async Task<bool> RenewCodesAsync()
    {
        var answer = await browsers[^1].SubmitAsync("/account/authenticator", new Dictionary<string, string> { ["form.Password"] = StaffRoom.Password }, "Codes");
        codes = [.. answer.Page.QuerySelectorAll(".codes code").Select(code => code.TextContent)];
        return codes.Count > 0;
    }

    private Task<int> AddPasskeyAsync() =>
        App.WithDatabaseAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO AccountPasskeys (CredentialId, UserId, Data) VALUES (x'0102', {ruth}, '{{\"Name\":\"Laptop\"}}')", Ct));

    private Task<bool> StepAsync(WorkflowStep step) => TryAsync(async () => (await App.StepAsync(editor, step, article, note: "For the record.")).IsDone);

    // What stands in the editor is kept before a step and by itself: so that there is nothing to keep, it has been.
    private async Task KeepAsync(Func<Task>? first)
    {
        if (first is not null) await first();
        var sheet = (await App.OpenAsync(editor, article))!;
        await App.TypeAsync(editor, sheet.Form, article, sheet.Version);
    }

    // A second person must have sent it.
    private async Task BeReviewedAsync()
    {
        var leo = await App.MemberAsync("Leo", StaffRole.Author);
        article = await App.ArticleAsync(leo, (leo, WorkflowStep.Submit));
    }

    private async Task ChangesBeReviewedAsync()
    {
        await ChangeTextAsync("The mole gets three sirens");
        await App.StepAsync(await App.MemberAsync("Ada", StaffRole.Administrator), WorkflowStep.Submit, article);
    }

    private async Task LeaveAddressAsync()
    {
        article = await IdAsync("Articles", "two");
        await TypeSlugAsync("three");
        await StepAsync(WorkflowStep.Update);
        article = await App.ArticleAsync(editor, (editor, WorkflowStep.Publish));
        await TypeSlugAsync("two");
    }

    private async Task TypeSlugAsync(string slug)
    {
        var sheet = (await App.OpenAsync(editor, article))!;
        (sheet.Form.Slug, sheet.Form.TakesOver) = (slug, true);
        await App.TypeAsync(editor, sheet.Form, article, sheet.Version);
    }

    private async Task ChangeTextAsync(string headline)
    {
        var sheet = (await App.OpenAsync(editor, article))!;
        await App.TypeAsync(editor, NewsDesk.Sheet(headline), article, sheet.Version);
    }

    private Task<long> IdAsync(string table, string slug) => App.WithDatabaseAsync(db =>
#pragma warning disable EF1002 // names of this file
        db.Database.SqlQueryRaw<long>($"SELECT Id AS \"Value\" FROM {table} WHERE Slug = '{slug}'").SingleAsync(Ct));
#pragma warning restore EF1002
}
