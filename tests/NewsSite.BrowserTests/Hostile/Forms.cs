using NewsSite.BrowserTests.Newsroom;
using NewsSite.Domain.Fronts;
using NewsSite.Domain.Media;
using NewsSite.Domain.Site;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Accounts;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>The forms of the site, the editor's excepted.</summary>
internal static class Forms
{
    public const string PictureDoor = "POST admin/pictures/{id:long}";
    private const int Unshown = -1;
    private static readonly string TooLong = new('9', 600);

    /// <param name="tag">Id.</param>
    /// <param name="author">Id.</param>
    /// <param name="page">Id.</param>
    public static IReadOnlyList<Form> Settings(long tag, long author, long page) =>
    [
        new("POST admin/settings", "/admin/settings", "Site",
            new Box("Name", SiteProfile.MaxNameLength), new Box("Tagline", SiteProfile.MaxTaglineLength), new Box("Description", SiteProfile.MaxDescriptionLength) { HasLines = true },
            new Box("Logo"), new Box("TimeZone") { Valid = "Europe/Brussels" }, new Box("Principles")) { Samples = [TooLong] },
        new("POST admin/settings/sections/{id:long}", "/admin/settings/sections/2", "Section", new Box("Name", Section.MaxNameLength), new Box("Slug") { Valid = "council" }) { Samples = ["former", TooLong] },
        new("POST admin/settings/sections/{id:long}?handler=Merge", "/admin/settings/sections/2", "SectionMerge", new Box("Into")) { Samples = ["1", "harbour"] },
        new("POST admin/settings/tags/{id:long}", $"/admin/settings/tags/{tag}", "Tag", new Box("Name", Tag.MaxNameLength), new Box("Slug") { Valid = "zqtagqz" }) { Samples = ["former", TooLong] },
        new("POST admin/settings/tags/{id:long}?handler=Merge", $"/admin/settings/tags/{tag}", "TagMerge", new Box("Into")) { Samples = ["zqtagsqz"] },
        new("POST admin/settings/authors/{id:long}", $"/admin/settings/authors/{author}", "Author",
            new Box("Name", Author.MaxNameLength), new Box("Slug") { Valid = "zqauthorqz" }, new Box("About", Author.MaxAboutLength) { HasLines = true }, new Box("Portrait"),
            new Box("Links[0].Label", 60), new Box("Links[0].Url") { Valid = "https://example.org/ann" }) { Samples = ["former", TooLong] },
        new("POST admin/settings/authors/{id:long}?handler=Merge", $"/admin/settings/authors/{author}", "AuthorMerge", new Box("Into")) { Samples = ["zqbylineqz"] },
        new("POST admin/settings/page/{id:long?}", $"/admin/settings/page/{page}", "Page", new Box("Title", ContentPage.MaxTitleLength), new Box("Body", int.MaxValue) { HasLines = true }) { Samples = [TooLong] },
        new("POST admin/settings/page/{id:long?}?handler=Preview", $"/admin/settings/page/{page}", "Preview", new Box("Title", ContentPage.MaxTitleLength), new Box("Body", int.MaxValue) { HasLines = true }) { Samples = [TooLong] },
    ];

    /// <param name="picture">Id.</param>
    public static Form Picture(long picture) =>
        new(PictureDoor, $"/admin/pictures/{picture}", "Asset",
            new Box("Caption", Asset.MaxTextLength) { HasLines = true }, new Box("Credit", Asset.MaxTextLength), new Box("Copyright", Asset.MaxTextLength), new Box("Licence", Asset.MaxTextLength),
            new Box("FocusX") { Valid = "20" }, new Box("FocusY") { Valid = "80" })
        { Samples = [TooLong] };

    /// <summary>All but a name of these is not kept: what is wrong with each is said beside it. The last field makes sure of that.</summary>
    /// <param name="passkey">Id.</param>
    /// <param name="article">Id of one with two versions.</param>
    public static IReadOnlyList<Form> Refusing(string passkey, long article) =>
    [
        new("POST admin/articles/{id:long}/history?handler=Name", $"/admin/articles/{article}/history", "Version", new Box("name")) { Fixed = [["number", "99"]], Samples = [TooLong] },
        new("POST admin/front?handler=Banner", "/admin/front", "Banner", new Box("Text", BreakingBanner.MaxTextLength), new Box("Link")) { Fixed = [["Hours", "2"]], Samples = [TooLong] },
        new("POST admin?handler=Bulk", "/admin?q=zqnosuchheadlineqz", "Bulk", new Box("Tags"), new Box("Note")) { Fixed = [["Ids", "999999"], ["What", "none"]], Samples = [new string('9', 2_001)] },
        new("POST admin/settings/crawlers", "/admin/settings/crawlers", "Crawlers", new Box("Terms")) { Fixed = [["Version", "none"]], Samples = [TooLong] },
        new("POST admin/settings/crawlers?handler=Preview", "/admin/settings/crawlers", "CrawlersPreview", new Box("Terms")) { Fixed = [["Version", "none"]], Samples = [TooLong] },
        new("POST admin/settings/sections?handler=Add", "/admin/settings/sections", "NewSection", new Box("Name"), new Box("Slug")) { Fixed = [["Version", "none"]] },
        new("POST admin/settings/authors?handler=Add", "/admin/settings/authors", "NewAuthor", new Box("Name"), new Box("Slug")) { Fixed = [["Version", "none"]] },
        new("POST admin/settings/page/{id:long?}", "/admin/settings/page", "NewPage", new Box("Title"), new Box("Slug"), new Box("Body") { HasLines = true }) { Fixed = [["Version", "none"]] },
        new("POST admin/settings/page/{id:long?}?handler=Preview", "/admin/settings/page", "NewPreview", new Box("Title"), new Box("Slug"), new Box("Body") { HasLines = true }) { Fixed = [["Version", "none"]] },
        new("POST admin/people?handler=Invite", "/admin/people", "Person", new Box("form.Name"), new Box("form.Email"), new Box("form.Work.Role", Unshown)),
        new("POST admin/people?handler=Byline", "/admin/people", "Byline", new Box("byline")) { Fixed = [["id", "1"]], Samples = ["zqbylineqz"] },
        new("POST admin/articles/{id:long}/previews?handler=Make", "/admin/articles/1/previews", "SharedPreview", new Box("Label")) { Fixed = [["Days", "none"]] },
        new("POST account/passkeys?handler=Add", "/account/passkeys", "NewPasskey", new Box("name", Unshown), new Box("credential", Unshown)),
        new("POST account/passkeys?handler=Rename", "/account/passkeys", "Passkey", new Box("name", PasskeyDesk.MaxNameLength)) { Fixed = [["id", passkey]] },
        new("POST account/passkeys?handler=Rename", "/account/passkeys", "OtherPasskey", new Box("name", Unshown), new Box("id", Unshown)),
        new("POST account/passkeys?handler=Remove", "/account/passkeys", "NoPasskey", new Box("id", Unshown)),
        new("POST account/security?handler=Password", "/account/security", "Password", new Box("form.Current", Unshown), new Box("form.Wanted", Unshown)),
        new("POST account/passkeys?handler=Options", "/account/passkeys", "Options", new Box("password", Unshown)),
        new("POST account/authenticator?handler=Start", "/account/authenticator", "Start", new Box("form.Code", Unshown), new Box("form.Key", Unshown), new Box("form.Password", Unshown)) { Samples = [TooLong] },
        new("POST account/authenticator?handler=Start", "/account/authenticator", "StartKey", new Box("form.Code", Unshown), new Box("form.Key", Unshown)) { Fixed = [["form.Password", WritingRoom.Password]], Samples = [TooLong] },
        new("POST account/authenticator?handler=Stop", "/account/authenticator", "Stop", new Box("form.Password", Unshown)),
        new("POST account/authenticator?handler=Codes", "/account/authenticator", "Codes", new Box("form.Password", Unshown)),
    ];

    /// <summary>For whoever has given the right password, and no code yet.</summary>
    public static IReadOnlyList<Form> Halfway { get; } =
    [
        new("POST account/two-factor", "/account/two-factor", "HalfwayCode", new Box("form.Code", Unshown), new Box("returnUrl", Unshown)) { Samples = [TooLong] },
        new("POST account/recovery", "/account/recovery", "HalfwayRecovery", new Box("form.Code", Unshown), new Box("returnUrl", Unshown)) { Samples = [TooLong] },
    ];

    /// <summary>For whoever is not in.</summary>
    /// <param name="setup">Path of the set-up page.</param>
    public static IReadOnlyList<Form> Strangers(string setup) =>
    [
        new("POST setup", setup, "Setup", new Box("form.Name"), new Box("form.Email"), new Box("form.SiteName"), new Box("form.TimeZone", Unshown)) { Fixed = [["form.Password", "short"]] },
        new("POST setup", setup, "SetupToken", new Box("token", Unshown)),
        new("POST account/sign-in", "/account/sign-in", "SignIn", new Box("form.Email"), new Box("returnUrl", Unshown)) { Fixed = [["form.Password", ""]] },
        new("POST account/sign-in?handler=Passkey", "/account/sign-in", "SignInPasskey", new Box("credential", Unshown), new Box("returnUrl", Unshown)),
        new("POST account/forgot", "/account/forgot", "Forgot", new Box("form.Email")) { Samples = ["nobody@courier.example"] },
        new("POST account/reset", "/account/reset?token=none", "Reset", new Box("form.Password", Unshown), new Box("token", Unshown)),
        new("POST account/invite/accept", "/account/invite/accept?token=none", "Accept", new Box("form.Password", Unshown), new Box("token", Unshown)),
        new("POST account/two-factor", "/account/two-factor", "TwoFactor", new Box("form.Code", Unshown), new Box("returnUrl", Unshown)) { Samples = [TooLong] },
        new("POST account/recovery", "/account/recovery", "Recovery", new Box("form.Code", Unshown), new Box("returnUrl", Unshown)) { Samples = [TooLong] },
    ];
}
