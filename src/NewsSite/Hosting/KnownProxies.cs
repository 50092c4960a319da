using System.Net;

namespace NewsSite.Hosting;

/// <summary>Who may say on whose behalf a request comes: the proxies of <c>NewsSite:Proxies</c>, and this machine.</summary>
internal sealed record KnownProxies(IReadOnlyList<IPAddress> Addresses, IReadOnlyList<IPNetwork> Networks)
{
    private static readonly IPNetwork[] ThisMachine = [new(IPAddress.Parse("127.0.0.0"), 8), new(IPAddress.IPv6Loopback, 128)];

    /// <param name="text">Addresses and CIDR networks, separated by commas.</param>
    /// <param name="wrong">Takes a line for each entry that is neither.</param>
    public static KnownProxies Parse(string? text, ICollection<string> wrong)
    {
        var (addresses, networks) = (new List<IPAddress>(), new List<IPNetwork>(ThisMachine));
        foreach (var entry in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsWhole(entry) && IPAddress.TryParse(entry, out var address)) addresses.Add(address);
            else if (IsWhole(entry) && IPNetwork.TryParse(entry, out var network) && network.PrefixLength > 0) networks.Add(network);
            else wrong.Add($"NewsSite:Proxies holds “{entry}”; write addresses such as 10.0.0.7 and networks such as 10.0.0.0/24, separated by commas, and never everybody.");
        }

        return new(addresses, networks);
    }

    // “10” and “10.1” are read as addresses that nobody means.
    private static bool IsWhole(string entry) => entry.Contains(':', StringComparison.Ordinal) || entry.Count(c => c == '.') == 3;
}
