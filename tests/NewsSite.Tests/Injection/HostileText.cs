namespace NewsSite.Tests.Injection;

/// <summary>Texts that are something else to whoever takes them for more than a text.</summary>
internal static class HostileText
{
    /// <summary>SQL and FTS5 syntax.</summary>
    public static readonly string[] Sql =
    [
        "'", "''", "\"", "\\", "`", "quay'--", "quay' OR '1'='1", "quay\" OR 1=1 --", "'; DROP TABLE Articles; --", "1; DELETE FROM Tags", "quay') UNION SELECT Email FROM Accounts --",
        "quay%", "100%", "quay_side", "quay/*", "$id", "@p0", "{0}", ":q", "?1", "quay*", "\"quay\" *", "NEAR(quay tide, 2)", "Headline:quay", "{Headline Body}:quay", "^quay", "-quay",
        "quay AND tide", "quay NOT tide", "rowid:1", "ArticleSearch MATCH 'x'", "json_extract(Fields, '$.Body')", "load_extension('x')", "quay\0tide", "randomblob(1000000000)",
    ];

    /// <summary>What begins a new line, a new header or a new event, and what steers a terminal or the eye.</summary>
    public static readonly string[] Lines =
    [
        "a\r\nX-Injected: 1", "a\nX-Injected: 1", "a\rX-Injected: 1", "a\r\n\r\n<script>", "a\r\nSet-Cookie: b=c", "a\u2028b", "a\u2029b", "a\u0085b", "a\vb", "a\fb", "\u001b[2J\u001b[31mred", "\u009b31m",
        "\u202eright to left", "a\u2066b\u2069", "a\u200bb", "\ufeffa", "a\u0000b", "a\u0008\u0008b", "a\u007fb", "2026-11-22 12:00:00.000 +00:00 ERR NewsSite forged", "a\n2026-11-22 12:00:00.000 +00:00 ERR NewsSite forged",
        "a\r\n12:00:00 ERR forged", "{Message}", "{@Destructured}", "{NewLine}2026-11-22 12:00:00.000 +00:00 ERR forged", "\ud800", "a\udc00b", "嘊嘍X-Injected: 1",
    ];

    /// <summary>Bytes that are no text: percent-encoded, as they stand in an address.</summary>
    public static readonly string[] Encoded =
    [
        "%00", "%ed%a0%80", "%c0%ae%c0%ae", "%ff%fe", "%f5%80%80%80", "%25%30%30", "%u0027", "%E5%98%8A%E5%98%8DX-Injected:%201", "%0d%0aX-Injected:%201", "..%2f..%2fnews.db", "..%5c..%5cnews.db", "%2e%2e", "99999999999999999999", "-1", "1e9", "NaN",
    ];
}
