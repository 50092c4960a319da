using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>Says a row of a picture, and looks at everything that then shows its words: the library, its own page, the chooser's answer.</summary>
internal sealed class PictureTrip(Stage stage)
{
    private const string List = "GET admin/pictures";
    private const string One = "GET admin/pictures/{id:long}";
    private const string Choices = "GET admin/pictures?handler=Choose";

    private FormTrip forms = null!;
    private (string Surface, string Url)[] pages = [];

    public async Task LearnAsync()
    {
        // One that nothing shows, so that the list, too, is only about what is said of it.
        var asset = await stage.Site.Services.ShelveAsync(TestPicture.Png(9, 40, 30), "zqnameqz.png");
        pages = [(List, "/admin/pictures"), (One, $"/admin/pictures/{asset.Id}")];
        forms = new FormTrip(stage, [Forms.Picture(asset.Id)]);
        await forms.LearnAsync();
        foreach (var (surface, url) in pages) await stage.LearnAsync(surface, new Question(url));
        await stage.LearnAsync(One, new Question($"/admin/pictures/{await FirstAsync()}"));
    }

    public async Task TryAsync(Row row)
    {
        await forms.RefuseAsync(row);
        var filled = await forms.KeepAsync(row);
        await stage.ReadAsync([.. pages.Select(page => (page.Surface, new Question(page.Url), (IReadOnlyList<Filled>)[filled]))]);
        foreach (var page in pages.Where((_, at) => row.Number % 4 == at)) await stage.OpenAsync(page.Surface, page.Url, filled);
        await ChooseAsync(filled);
    }

    // The chooser writes these words into its own elements, as texts.
    private async Task ChooseAsync(Filled filled)
    {
        var answer = (await stage.AskAsync(new Question("/admin/pictures?handler=Choose")))[0];
        stage.Tally.Read(Choices);
        Assert.Equal("application/json", answer.Type);
        var first = Sight.Parse<Choice[]>(answer.Json!)[0];
        Assert.Equal((filled["zqassetcaptionqz"][0], filled["zqassetcreditqz"][0]), (first.Caption, first.Credit));
    }

    private Task<long> FirstAsync() => stage.InScopeAsync(services => services.GetRequiredService<NewsDbContext>().Assets.OrderBy(asset => asset.Id).Select(asset => asset.Id).FirstAsync());

    private sealed record Choice(string File, string Title, string? Caption, string? Credit);
}
