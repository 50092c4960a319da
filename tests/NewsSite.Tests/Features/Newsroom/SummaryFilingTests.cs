using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Features.Newsroom.Checks;
using NewsSite.Features.Summaries;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom;

/// <summary>From the editor's field to the readers' page and back.</summary>
public sealed class SummaryFilingTests : IDisposable
{
    private readonly NewsApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_chosen_summary_is_published_under_its_editor_s_name_and_comes_back_into_the_form()
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Administrator);
        var bo = await app.MemberAsync("Bo", StaffRole.Administrator);
        var choice = Copy.Choose(("The quay grows by forty centimetres.", Copy.First), (Copy.Third, Copy.Third));
        var result = await app.StepAsync(ann, WorkflowStep.Publish, form: Sheet(choice));
        Assert.True(result.IsDone, string.Join(' ', result.Errors?.All.Values ?? []));
        var id = result.Saved.Id!.Value;
        Assert.Equal("Edited by Ann", (await SummaryAsync(id)).MadeBy());

        var form = (await app.OpenAsync(bo, id))!.Form;
        Assert.True(SummaryChoice.TryParse(form.Summary, out var again, out _));
        Assert.Equal(choice.Sentences, again!.Sentences);
        form.Body += "\n\nA late addition.";
        Assert.True((await app.StepAsync(bo, WorkflowStep.Update, id, form)).IsDone);
        Assert.Equal("Edited by Ann", (await SummaryAsync(id)).MadeBy());
        Assert.Empty((await app.DeskAsync(bo, DeskPile.Stale)).Rows);

        form = (await app.OpenAsync(bo, id))!.Form;
        form.Body = form.Body!.Replace("forty", "seventy", StringComparison.Ordinal);
        Assert.True((await app.StepAsync(bo, WorkflowStep.Update, id, form)).IsDone);
        Assert.Equal("Edited by Ann, stale", (await SummaryAsync(id)).MadeBy());
        Assert.Single((await app.DeskAsync(bo, DeskPile.Stale)).Rows);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"sentences\":[]}")]
    public async Task A_choice_that_cannot_stand_is_refused_at_its_field_and_nothing_is_published(string field)
    {
        var ann = await app.MemberAsync("Ann", StaffRole.Administrator);
        var form = NewsDesk.Sheet();
        form.Summary = field;

        var result = await app.StepAsync(ann, WorkflowStep.Publish, form: form);

        Assert.Equal([nameof(form.Summary)], result.Errors!.All.Keys);
        Assert.Equal(ArticleStatus.Draft, (await app.ArticleAsync(result.Saved.Id!.Value)).Status);
        form.OffersSummary = false;
        Assert.True((await app.StepAsync(ann, WorkflowStep.Publish, form: form)).IsDone);
    }

    [Fact]
    public async Task What_stands_in_the_form_is_checked_in_the_site_s_zone()
    {
        var form = NewsDesk.Sheet();
        (form.PublishAt, form.EmbargoUntil, form.Picture) = ("2026-12-01T08:00", "2026-12-01T08:01", "a.webp");

        var input = ChecklistInput.Of(form, await Copy.RenderAsync(form.Body!), null, null, "en", "Europe/Brussels");

        Assert.Equal(new DateTimeOffset(2026, 12, 1, 7, 0, 0, TimeSpan.Zero), input.PublishAt);
        Assert.True(input is { HasByline: true, HasSection: true, Picture.IsDecorative: false });
        Assert.True(input.EmbargoUntil > input.PublishAt);
    }

    private static ArticleForm Sheet(SummaryChoice choice)
    {
        var form = NewsDesk.Sheet();
        form.Summary = choice.ToJson();
        return form;
    }

    private Task<ArticleSummary> SummaryAsync(long id) =>
        app.WithDatabaseAsync(db => db.Articles.AsNoTracking().Where(article => article.Id == id).Select(article => article.Summary!).SingleAsync(Ct));
}
