using Microsoft.Extensions.DependencyInjection;
using NewsSite.Features.Accounts;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Injection;

/// <summary>A letter goes to one person, and says in its head what the site meant to say.</summary>
public sealed class MailInjectionTests
{
    private static readonly string[] Always = ["content-type", "date", "from", "message-id", "mime-version", "subject", "to"];

    private static readonly string[] Addresses =
    [
        "leo@courier.example\r\nBcc: evil@evil.example", "leo@courier.example\nBcc: evil@evil.example", "leo@courier.example, evil@evil.example", "leo@courier.example;evil@evil.example",
        "evil@evil.example <leo@courier.example>", "Leo <leo@courier.example>, evil@evil.example", "leo@courier.example>\r\nRCPT TO:<evil@evil.example", "leo@courier.example> RCPT TO:<evil@evil.example>",
        "=?utf-8?q?leo=40courier.example=0d=0aBcc:_evil=40evil.example?=", "\"leo\r\nBcc: evil@evil.example\"@courier.example", "leo@courier.example\0evil@evil.example", "group: leo@courier.example, evil@evil.example;",
        "leo@courier.example%0d%0aBcc:evil@evil.example", "leo@courier.example (evil@evil.example)", "leo@courier.example\u2028Bcc: evil@evil.example", "", " ", "@", "nobody",
    ];

    [Fact]
    public async Task Neither_a_name_nor_an_address_adds_a_header_or_a_recipient()
    {
        await using var box = new PostBox();
        using var app = NewsApp.Set(box.Settings);
        var post = app.Services.GetRequiredService<PostRoom>();
        string[] sites = [.. HostileText.Lines, .. HostileText.Sql, "a\r\nBcc: evil@evil.example", "a\r\n\r\nbody", "=?utf-8?q?a=0d=0aBcc:_evil=40evil.example?=", ".\r\nQUIT", "Bcc: evil@evil.example"];

        foreach (var address in Addresses) post.SendInvitation(address, "The Courier", "/account/invite/accept?token=x");
        foreach (var site in sites) post.SendInvitation("leo@courier.example", site, "/account/invite/accept?token=x");
        post.SendInvitation("last@courier.example", "The Courier", "/last");
        var letters = new List<Letter>();
        do letters.Add(await box.NextLetterAsync());
        while (letters[^1].Recipients is not ["last@courier.example"]);

        Assert.Equal(sites.Length + 1, letters.Count); // none of the addresses is one address, and so none got a letter
        Assert.All(letters, letter =>
        {
            Assert.Contains(Assert.Single(letter.Recipients), (string[])["leo@courier.example", "last@courier.example"]);
            Assert.Equal(Always, HeadersOf(letter.Text).Select(header => header.Split(':')[0].ToLowerInvariant()).Where(name => name != "content-transfer-encoding").Order(StringComparer.Ordinal));
        });
    }

    // As RFC 5322 has it: up to the first empty line, and a line that begins with a space goes on with the one before.
    private static List<string> HeadersOf(string letter)
    {
        var headers = new List<string>();
        foreach (var line in letter.Split('\n').TakeWhile(line => line.Length > 0))
        {
            if (line[0] is ' ' or '\t') headers[^1] += line;
            else headers.Add(line);
        }

        return headers;
    }
}
