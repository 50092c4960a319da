using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsSite.Hosting;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Security;

/// <summary>Who is believed about on whose behalf a request comes. Seen by the limit of tries, which counts by address.</summary>
public sealed class ProxyTests
{
    private const int Tries = 60;

    [Theory]
    [InlineData("203.0.113.5", "")]
    [InlineData("203.0.113.5", "10.0.0.7, 10.8.0.0/16")]
    public async Task An_unknown_peer_is_counted_as_itself_whatever_it_says(string peer, string proxies)
    {
        using var app = NewsApp.Set(("NewsSite:Proxies", proxies));
        using var door = await DoorAsync(app);

        for (var i = 0; i < Tries; i++) Assert.Equal(200, await door.TryAsync(peer, $"198.51.100.{i}"));

        Assert.Equal(429, await door.TryAsync(peer, "198.51.100.200"));
        Assert.Equal(200, await door.TryAsync("203.0.113.6", null));
    }

    [Theory]
    [InlineData("127.0.0.1", "")]
    [InlineData("::1", "")]
    [InlineData("::ffff:127.0.0.1", "")]
    [InlineData("10.0.0.7", "10.0.0.7, 10.8.0.0/16")]
    [InlineData("10.8.3.4", "10.0.0.7, 10.8.0.0/16")]
    [InlineData("2001:db8::9", "2001:db8::/64")]
    public async Task A_known_proxy_is_believed_about_the_last_address_that_is_not_a_proxy_s(string peer, string proxies)
    {
        using var app = NewsApp.Set(("NewsSite:Proxies", proxies));
        using var door = await DoorAsync(app);

        // What the client wrote itself stands first; what the known proxy saw stands last.
        for (var i = 0; i < Tries; i++) Assert.Equal(200, await door.TryAsync(peer, $"192.0.2.{i}, 198.51.100.1"));

        Assert.Equal(429, await door.TryAsync(peer, "192.0.2.200, 198.51.100.1"));
        Assert.Equal(429, await door.TryAsync(peer, "198.51.100.1, 127.0.0.1")); // through a second proxy that is known
        Assert.Equal(200, await door.TryAsync(peer, "198.51.100.2"));
    }

    [Theory]
    [InlineData("10.0.0", "10.0.0")]
    [InlineData("7", "7")]
    [InlineData("proxy.example", "proxy.example")]
    [InlineData("10.0.0.1, 10.0.0.0/33", "10.0.0.0/33")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("::/0", "::/0")]
    public void A_proxy_that_is_none_stops_the_start_with_one_line(string proxies, string named)
    {
        var e = Assert.Throws<OptionsValidationException>(() => Settings(("NewsSite:Proxies", proxies)));

        Assert.StartsWith($"NewsSite:Proxies holds “{named}”; write addresses", Assert.Single(e.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_is_read_as_well_as_one_text() =>
        Assert.Equal("10.0.0.7,10.8.0.0/16", Settings(("NewsSite:Proxies:0", "10.0.0.7"), ("NewsSite:Proxies:1", "10.8.0.0/16")).Proxies);

    [Fact]
    public void The_framework_s_variable_by_which_everybody_would_be_believed_changes_nothing()
    {
        var plain = WebApplication.CreateBuilder(["--FORWARDEDHEADERS_ENABLED=true"]);
        var ours = WebApplication.CreateBuilder(["--FORWARDEDHEADERS_ENABLED=true", "--NewsSite:Content="]);
        ours.AddNewsSite();
        ours.AddServing();
        using var careless = plain.Build();
        using var careful = ours.Build();

        Assert.Empty(Known(careless));
        Assert.Equal(["127.0.0.0/8", "::1/128"], Known(careful));
        Assert.False(careful.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value.ForwardedHeaders.HasFlag(ForwardedHeaders.XForwardedHost));
    }

    private static NewsSiteOptions Settings(params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateApplicationBuilder();
        foreach (var (name, value) in settings.Append(("NewsSite:Content", ""))) builder.Configuration[name] = value;
        builder.AddNewsSite();
        using var host = builder.Build();
        return host.Services.GetRequiredService<IOptions<NewsSiteOptions>>().Value;
    }

    private static IEnumerable<string> Known(WebApplication site)
    {
        var options = site.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;
        return options.KnownIPNetworks.Select(network => network.ToString()).Concat(options.KnownProxies.Select(proxy => proxy.ToString()));
    }

    private static async Task<Door> DoorAsync(NewsApp app)
    {
        var visitor = new StaffBrowser(app);
        return new Door(new Knocker(app), visitor, await Knocker.TokenAsync(visitor, "/account/sign-in"));
    }

    private sealed record Door(Knocker Knocker, StaffBrowser Visitor, string Token) : IDisposable
    {
        public async Task<int> TryAsync(string peer, string? forwarded)
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", Token)]);
            List<(string, string)> headers = [(PeerFilter.Header, peer)];
            if (forwarded is not null) headers.Add(("X-Forwarded-For", forwarded));
            return await Knocker.KnockAsync("try", HttpMethod.Post, "/account/sign-in?handler=PasskeyOptions", Visitor, form, [.. headers]);
        }

        public void Dispose()
        {
            Knocker.Dispose();
            Visitor.Dispose();
        }
    }
}
