using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsSite.Hosting;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Hosting;

/// <summary>RFC 9116, read by a parser of the test's own.</summary>
public sealed class SecurityTxtTests
{
    private const string Address = "/.well-known/security.txt";

    [Theory]
    [InlineData("mailto:security@courier.example")]
    [InlineData("https://courier.example/info/security?from=txt")]
    [InlineData("tel:+32-2-555-0100")]
    public async Task It_names_the_contact_and_ends_within_a_year(string contact)
    {
        using var app = NewsApp.Set(("NewsSite:SecurityContact", contact));

        using var response = await app.GetAsync(Address);
        var fields = Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(["Canonical", "Contact", "Expires", "Preferred-Languages"], fields.Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal(contact, Value("Contact"));
        Assert.Equal("https://courier.example/.well-known/security.txt", Value("Canonical"));
        Assert.Equal("en-GB", Value("Preferred-Languages"));
        var expires = DateTimeOffset.ParseExact(Value("Expires"), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Assert.InRange(expires, NewsApp.Noon.AddDays(90), NewsApp.Noon.AddDays(365));

        app.Clock.SetUtcNow(NewsApp.Noon.AddYears(3));
        using var later = await app.GetAsync(Address);
        Assert.Contains("Expires: 2030-", await later.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        string Value(string name) => Assert.Single(fields, field => field.Name == name).Value;
    }

    [Fact]
    public async Task Without_a_contact_there_is_none()
    {
        using var app = new NewsApp();
        using var response = await app.GetAsync(Address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task An_address_without_TLS_is_not_named_as_the_true_one()
    {
        using var app = NewsApp.Set(("NewsSite:SecurityContact", "mailto:a@courier.example"), ("NewsSite:BaseUrl", "http://localhost:5000"));
        using var response = await app.GetAsync(Address);
        Assert.DoesNotContain("Canonical", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("security@courier.example")]
    [InlineData("http://courier.example/security")]
    [InlineData("mailto:")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:a@courier.example\nContact: mailto:evil@evil.example")]
    [InlineData("tel:none")]
    [InlineData(" ")]
    public void A_contact_that_is_no_address_stops_the_start_with_one_line(string contact)
    {
        using var data = new TempFolder();
        var builder = Host.CreateApplicationBuilder([]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["NewsSite:Data"] = data.Path, ["NewsSite:Content"] = "", ["NewsSite:SecurityContact"] = contact });
        builder.AddNewsSite();

        var refused = Assert.Throws<OptionsValidationException>(() => builder.Build().Services.GetRequiredService<IOptions<NewsSiteOptions>>().Value);
        Assert.StartsWith("NewsSite:SecurityContact is", Assert.Single(refused.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("\n", refused.Message, StringComparison.Ordinal);
    }

    // Section 4 of the RFC: lines of a name, a colon, a space and a value; comments and empty lines; all of it ends in a line end.
    private static List<(string Name, string Value)> Parse(byte[] bytes)
    {
        var text = new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var fields = new List<(string, string)>();
        foreach (var line in text.Split('\n')[..^1].Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split(": ", 2);
            Assert.Equal(2, parts.Length);
            Assert.Matches("^[!-9;-~]+$", parts[0]);
            fields.Add((parts[0], parts[1]));
        }

        return fields;
    }
}
