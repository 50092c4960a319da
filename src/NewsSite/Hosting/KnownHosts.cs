using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace NewsSite.Hosting;

/// <summary>The names that the site answers to: that of its address, and those of <c>AllowedHosts</c>.</summary>
internal sealed class KnownHosts(IOptions<NewsSiteOptions> options, IConfiguration configuration)
{
    private const string AnyHost = "*";

    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    private readonly StringSegment[] hosts = HostsOf(options.Value.Address, configuration["AllowedHosts"]);
    private volatile string? last;

    public bool Has(HostString host)
    {
        if (host.Value is not { Length: > 0 } name) return false;
        if (name == last) return true; // nearly all readers come by one name
        if (!IsOurs(name)) return false;
        last = name;
        return true;
    }

    private static StringSegment[] HostsOf(Uri address, string? more) =>
    [
        .. (more ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Append(address.Host).Concat(address.IsLoopback ? Loopback : [])
            .Select(host => (StringSegment)new HostString(host).ToUriComponent()),
    ];

    private bool IsOurs(string host)
    {
        try
        {
            return hosts.Contains(AnyHost) || HostString.MatchesAny(host, hosts);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
