namespace NewsSite.BrowserTests.Setting;

/// <summary>One address of every kind of page, and of every kind of article that is laid out differently.</summary>
public static class PageKinds
{
    public const string Front = "/";
    public const string Section = "/harbour";
    public const string Article = "/harbour/storm-barrier-to-close-tonight";
    public const string ManyForms = "/harbour/how-a-storm-surge-is-forecast";
    public const string VeryLong = "/harbour/the-flood-of-2017-hour-by-hour";
    public const string RightToLeft = "/culture/maktabat-al-mina";
    public const string Cyrillic = "/schools/subotnia-shkola";
    public const string German = "/culture/zweitausend-pfeifen-ein-winter";
    public const string Search = "/search?q=barrier";
    public const string NotFound = "/harbour/no-such-story";

    public static TheoryData<string> All { get; } =
    [
        Front, Section, Article, ManyForms, VeryLong, RightToLeft, "/schools/roof-fund-2-four-promises",
        "/author/ines-maddern", "/tag/storm-barrier", "/2026/11/21", "/2026/11", "/2026", "/archive", "/tags", "/authors", "/info/about",
        "/search", Search, "/search?q=zyxwvut", NotFound,
    ];
}
