using NewsSite.Tests.Support;

namespace NewsSite.Tests.Hosting;

/// <summary>What is too long, too deep or too many in each field of the newsroom: taken or refused in time, while others read.</summary>
public sealed class HostileFieldTests(HostileDesk desk) : IClassFixture<HostileDesk>
{
    private const int Share = 50_000;

    private static readonly string[] Texts =
    [
        "Headline", "Standfirst", "Body", "Tags", "Byline", "Slug", "Language", "PublishAt", "EmbargoUntil", "Series", "TranslationOf", "Notes", "Summary", "Picture", "PictureAlt", "PictureCaption",
    ];

    private static readonly string[] Settings =
    [
        "Name", "Slug", "Title", "About", "Description", "Tagline", "TimeZone", "Portrait", "Links[0].Label", "Links[0].Url", "Links[999].Url", "Into", "Version", "byline", "name", "credential",
        "form.Name", "form.Email", "form.Current", "form.Wanted",
        "Ids", "What", "Tags", "Note",
    ];

    public static MatrixTheoryData<string, string> All => new(["save", "preview", "publish"], HostileValues.All.Keys);

    [Theory]
    [MemberData(nameof(All))]
    public async Task All_fields_of_an_article_at_once(string door, string value)
    {
        var fields = HostileDoor.Of(door).Fields("");
        foreach (var field in Texts) fields[field] = HostileValues.Cut(value, Share);

        await AssertAnsweredAsync(HostileDoor.Of(door).Url, fields);
    }

    public static MatrixTheoryData<string, string> Each => new(
        ["Headline", "Standfirst", "Tags", "Byline", "Slug", "TranslationOf", "Summary", "PictureCaption"],
        ["letters that are all marks", "100,000 names", "commas and hyphens", "opening quotes"]);

    /// <summary>The preview looks at most: at each key, and at everything.</summary>
    [Theory]
    [MemberData(nameof(Each))]
    public Task One_field_that_is_as_long_as_an_article_may_be(string field, string value) =>
        AssertAnsweredAsync(HostileDoor.Of("preview").Url, HostileDoor.Of("preview").Fields(HostileValues.All[value], field));

    [Theory]
    [InlineData("Section")]
    [InlineData("Version")]
    [InlineData("OffersSummary")]
    [InlineData("step")]
    public Task A_field_that_is_no_text(string field) =>
        AssertAnsweredAsync(HostileDoor.Of("publish").Url, HostileDoor.Of("publish").Fields(HostileValues.All["digits"], field));

    public static TheoryData<string> Forms =>
    [
        "/admin/settings", "/admin/settings/crawlers", "/admin/settings/sections?handler=Add", "/admin/settings/authors?handler=Add", "/admin/settings/authors/1", "/admin/settings/sections/1",
        "/admin/settings/authors/1?handler=Merge", "/admin/settings/page", "/admin/people?handler=Invite", "/admin/people?handler=Byline&id=1",
        "/account/passkeys?handler=Add", "/account/security?handler=Password", "/admin?handler=Bulk",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_of_the_settings(string url)
    {
        await desk.WarmUpAsync(url);
        foreach (var value in HostileValues.All.Keys)
            await AssertAnsweredAsync(url, Settings.ToDictionary(field => field, _ => HostileValues.Cut(value, 12_000)));
    }

    /// <summary>ASP.NET looks at all of a value that has come so far each time a little more comes, unless all of it is there.</summary>
    [Fact]
    public Task A_long_text_in_an_escaped_form_is_read_in_one_go() => AssertAnsweredAsync(
        HostileDoor.Of("save").Url, HostileDoor.Of("save").Fields(string.Concat(Enumerable.Repeat("`é", 1_000_000))), inParts: false);

    private async Task AssertAnsweredAsync(string url, Dictionary<string, string> fields, bool inParts = true)
    {
        var answer = await desk.PostAsync(url, fields, inParts);

        Assert.True((int)answer.Status is 200 or 302 or 400 or 404 or 409 or 413 or 422, $"{answer.Status} {answer.Text}");
    }
}
