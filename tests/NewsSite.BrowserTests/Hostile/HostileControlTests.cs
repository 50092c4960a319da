using NewsSite.BrowserTests.Newsroom;
using NewsSite.BrowserTests.Setting;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>The judge can fail: what is known to be bad, written raw into a page of the site, is reported by each of its senses.</summary>
public sealed class HostileControlTests(ReadingRoom room, ModelSite model) : IClassFixture<ModelSite>
{
    private const string Surface = "GET {section}/{slug}";

    [Theory]
    [InlineData("<img src=/x onerror=alert(1)>", "alert 1")]
    [InlineData("<script>document.location = '/search'</script>", "left ")]
    [InlineData("<a href='javascript:alert(2)'>x</a>", "alert 2")]
    [InlineData("<b onpointerover=prompt(3)>x</b>", "prompt 3")]
    [InlineData("<template shadowrootmode=open><img src=/x onerror=confirm(4)></template>", "confirm 4")]
    [InlineData("<iframe srcdoc='<script>parent.alert(5)</script>'></iframe>", "alert 5")]
    public async Task What_runs_is_reported(string raw, string deed)
    {
        var seen = await SeeAsync(raw, hasPolicy: false);

        Assert.Contains(seen.Deeds, each => each.StartsWith(deed, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<img src=/x onerror=alert(1)>", "csp script-src")]
    [InlineData("<p style='position: fixed'>x</p>", "csp style-src")]
    [InlineData("<img src=https://elsewhere.example/x>", "csp img-src")]
    public async Task What_the_policy_stops_is_reported(string raw, string deed)
    {
        var seen = await SeeAsync(raw, hasPolicy: true);

        Assert.Contains(seen.Deeds, each => each.StartsWith(deed, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<img src=https://elsewhere.example/x>", "request https://elsewhere.example/x")]
    [InlineData("<iframe src=/search></iframe>", "frame")]
    public async Task What_is_asked_of_others_is_reported(string raw, string deed)
    {
        var seen = await SeeAsync(raw, hasPolicy: false);

        Assert.Contains(deed, seen.Deeds);
    }

    [Theory]
    [InlineData("<p onclick=x>x</p>", "handler p[onclick]")]
    [InlineData("<p style='color: red'>x</p>", "attribute p[style]")]
    [InlineData("<img src=/x srcset='https://elsewhere.example/x 320w'>", "addresses img[srcset]=https:")]
    [InlineData("<a href='java&#10;script:alert(1)'>x</a>", "address a[href]=java")]
    [InlineData("<form><input></form>", "element form")]
    [InlineData("<svg><a></a></svg>", "element svg")]
    [InlineData("<template><b onclick=x></b></template>", "handler b[onclick]")]
    [InlineData("<a id=cookie>x</a>", "clobbers document.cookie")]
    public async Task What_no_text_may_hold_is_reported(string raw, string finding)
    {
        var seen = await SeeAsync(raw, hasPolicy: false);

        Assert.Contains(seen.Sight!.Findings, each => each.StartsWith(finding, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_shape_and_another_text_than_the_twins_are_reported()
    {
        var twins = new Twins();
        twins.Learn(Surface, (await SeeAsync("", hasPolicy: false, headline: "zqheadlineqz")).Sight!);
        async Task<List<string>> FaultsAsync(string shown) =>
            [.. twins.Faults(Surface, (await SeeAsync("", hasPolicy: false, headline: shown, twins.Wanted(Surface))).Sight!, new Filled().With("Headline", "Two <b>words</b>"))];

        Assert.Empty(await FaultsAsync("Two &lt;b>words&lt;/b>"));
        Assert.Contains(await FaultsAsync("Two <b>words</b>"), fault => fault.StartsWith("other shape", StringComparison.Ordinal));
        Assert.Contains(await FaultsAsync("Two words"), fault => fault.StartsWith("other text", StringComparison.Ordinal));
        Assert.Contains(twins.Faults("another", (await SeeAsync("", hasPolicy: false)).Sight!), fault => fault.EndsWith("has no twin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_field_and_a_door_that_are_not_tried_are_missed()
    {
        var tally = new Tally();
        tally.Tried("POST account/forgot form.Email");
        tally.Opened("GET archive");

        var missing = await Catalogue.MissingAsync(model.Site.Services, tally);

        Assert.Contains("field POST admin/settings Tagline", missing);
        Assert.Contains("field POST admin/articles/{id:long}?handler=Step Headline", missing.Select(field => field.Replace("new?", "{id:long}?", StringComparison.Ordinal)));
        Assert.Contains("door GET search", missing);
        Assert.DoesNotContain("field POST account/forgot form.Email", missing);
        Assert.DoesNotContain("door GET archive", missing);
    }

    /// <param name="raw">Stands at the end of the text, as nothing of the site would write it.</param>
    private async Task<Seen> SeeAsync(string raw, bool hasPolicy, string headline = "A headline", IReadOnlyCollection<string>? wanted = null)
    {
        await using var visitor = await Visitor.ArriveAsync(room, model.Site.Address, hasPolicy);
        await visitor.Page.RouteAsync("**" + ModelEdition.Path, async route =>
        {
            var answer = await route.FetchAsync();
            var page = (await answer.TextAsync()).Replace("<div class=\"body\">", "<div class=\"body\">" + raw, StringComparison.Ordinal)
                .Replace($"<h1>{ModelEdition.Headline}</h1>", $"<h1>{headline}</h1>", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = answer, Body = page });
        });
        return await visitor.OpenAsync(ModelEdition.Path, wanted);
    }
}
