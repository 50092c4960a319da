using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace NewsSite.Hosting;

/// <summary>Believes a known proxy who the client is and by which scheme it came; nobody, which host was meant.</summary>
/// <remarks>After all other configuration: an environment variable of the framework would have everybody believed.</remarks>
internal sealed class ForwardedHeadersSetup(IOptions<NewsSiteOptions> site) : IPostConfigureOptions<ForwardedHeadersOptions>
{
    public void PostConfigure(string? name, ForwardedHeadersOptions options)
    {
        var known = KnownProxies.Parse(site.Value.Proxies, []);
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = null; // through as many proxies as are known; the first that is not is the client
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in known.Addresses) options.KnownProxies.Add(address);
        foreach (var network in known.Networks) options.KnownIPNetworks.Add(network);
    }
}
