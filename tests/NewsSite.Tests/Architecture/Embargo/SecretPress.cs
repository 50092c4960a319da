using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Fronts;
using NewsSite.Domain.Staff;
using NewsSite.Features.Media;
using NewsSite.Features.Newsroom;
using NewsSite.Features.Newsroom.Front;
using NewsSite.Features.Shared;
using NewsSite.Features.ShareCards;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Architecture.Embargo;

/// <summary>A newsroom that writes an article with a <see cref="Secret"/> in every field and takes it a part of its way.</summary>
internal sealed class SecretPress(NewsApp app, StaffMember ann, StaffMember eva)
{
    /// <summary>When the scheduled article is due: 13:00 in Brussels, the day after.</summary>
    public static readonly DateTimeOffset Due = NewsApp.Noon.AddDays(1);

    private static readonly (StaffRole Role, WorkflowStep Step) Submit = (StaffRole.Author, WorkflowStep.Submit);
    private static readonly (StaffRole Role, WorkflowStep Step) Approve = (StaffRole.Editor, WorkflowStep.Approve);
    private static readonly (StaffRole Role, WorkflowStep Step) Publish = (StaffRole.Editor, WorkflowStep.Publish);

    /// <summary>How each kind of article comes to be what it is.</summary>
    private static readonly Dictionary<string, (StaffRole Role, WorkflowStep Step)[]> Ways = new()
    {
        ["control"] = [Submit, Approve, Publish],
        ["withdrawn"] = [Submit, Approve, Publish, (StaffRole.Editor, WorkflowStep.Unpublish)],
        ["retracted"] = [Submit, Approve, Publish, (StaffRole.Editor, WorkflowStep.Retract)],
        ["draft"] = [Submit, (StaffRole.Editor, WorkflowStep.SendBack)],
        ["review"] = [Submit],
        ["binned"] = [Submit, (StaffRole.Editor, WorkflowStep.SendBack), (StaffRole.Author, WorkflowStep.Bin)],
        ["approved"] = [Submit, Approve],
        ["scheduled"] = [Submit, Approve, Publish],
    };

    private int pictures;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Names on the shelf, by kind: of the picture over the text, and of the one in it.</summary>
    public Dictionary<string, string[]> Pictures { get; } = [];

    public Dictionary<string, long> Ids { get; } = [];

    /// <summary>Name of the card that each article has once readers see it, as somebody would reckon it who knows all that the card will show.</summary>
    public Dictionary<string, string> Cards { get; } = [];

    public async Task WriteAsync(string kind)
    {
        // What the address was made of at first is the old slug; nobody outside ever learns of it.
        var id = Ids[kind] = (await app.TypeAsync(ann, new ArticleForm { Headline = $"{new Secret(kind, "oldslug")}", Section = 1 })).Id!.Value;
        await app.TypeAsync(ann, await SheetAsync(kind), id, (await app.OpenAsync(ann, id))!.Version);
        foreach (var (role, step) in Ways[kind])
        {
            var member = role is StaffRole.Editor ? eva : ann;
            var form = (await app.OpenAsync(member, id))!.Form;
            if (step is WorkflowStep.Publish && kind is "scheduled") form.PublishAt = "2026-11-23T13:00"; // the time is set with the step
            var taken = await app.StepAsync(member, step, id, form, note: $"A word: {new Secret(kind, step is WorkflowStep.Retract ? "notice" : "reviewnote")}.");
            Assert.True(taken.IsDone, $"{kind}, {step}: {taken.Complaint} {string.Join(' ', taken.Errors?.All.Values ?? [])}");
        }

        var (article, site) = (await app.ArticleAsync(id), await app.Services.GetRequiredService<SiteDirectory>().GetAsync(Ct));
        Cards[kind] = ShareCard.Of(id, article.Headline, article.Language ?? site.Language, site.Sections[0], site.Name, PictureView.Of(article.Picture)).Url[6..];
    }

    /// <summary>A change of an article that readers can see, typed and not filed.</summary>
    public async Task TypeOverAsync(string slug)
    {
        var id = Ids["pending"] = await app.WithDatabaseAsync(db => db.Articles.Where(article => article.Slug == Slug.Of(slug)).Select(article => article.Id).SingleAsync(Ct));
        var sheet = (await app.OpenAsync(eva, id))!;
        var form = await SheetAsync("pending");
        (form.Slug, form.TranslationOf) = (slug, null);
        Assert.Equal(SaveKind.Saved, (await app.TypeAsync(eva, form, id, sheet.Version)).Kind);
    }

    /// <summary>Places an article as the lead and lets the banner lead to it, for readers to see when it is due.</summary>
    public async Task PutOnFrontAsync(string kind)
    {
        Assert.Equal(FrontEnd.Done, (await app.ArrangeAsync(eva, FrontStep.Place, Ids[kind], stay: FrontStay.Pinned)).End);
        await BannerAsync(app, $"/harbour/{new Secret(kind, "slug")}");
    }

    /// <summary>The same line for readers of both sites.</summary>
    public async Task BannerAsync(NewsApp site, string? link)
    {
        Assert.Equal(FrontEnd.Done, (await site.AnnounceAsync(eva, "The quay is closed", link, hours: 24)).End);
        Assert.Equal(FrontEnd.Done, (await site.PutOutAsync(eva)).End);
    }

    /// <summary>List places at which the article would stand, had it been published.</summary>
    public string Place(string kind) => new PublishPosition(kind is "control" ? NewsApp.Noon : Due, Ids[kind]).ToString();

    private async Task<ArticleForm> SheetAsync(string kind)
    {
        string Word(string field) => new Secret(kind, field).ToString();
        Pictures[kind] = [await StoreAsync(kind, "picture"), await StoreAsync(kind, "bodypicture")];
        return new ArticleForm
        {
            Headline = $"A {Word("headline")} stands here",
            Standfirst = $"It says {Word("standfirst")} to begin with.",
            Body = $"{Story.DefaultBody}\n\nThe text goes on with {Word("body")} for a while.\n\n![A view of {Word("bodyalt")}](media/{Pictures[kind][1]} \"Seen: {Word("bodycaption")}. Photo: Ann Fenwick\")",
            Section = 1,
            Byline = Word("author"),
            Tags = Word("tag"),
            Slug = Word("slug"),
            Series = Word("series"),
            TranslationOf = "original",
            Notes = $"Not a word of {Word("notes")}.",
            Summary = Copy.Choose(($"In short, it is about {Word("summary")}.", null)).ToJson(),
            Picture = Pictures[kind][0],
            PictureAlt = $"A picture of {Word("alt")}",
            PictureCaption = $"This is {Word("caption")}.",
            PictureCredit = $"Photo: {Word("credit")}",
        };
    }

    private async Task<string> StoreAsync(string kind, string field) =>
        (await app.Services.ShelveAsync(TestPicture.Png(pictures++), $"{new Secret(kind, field + "filename")}.png")).File;
}
