using System.Net;
using System.Net.Sockets;

namespace NewsSite.Hosting.Limits;

/// <summary>Where a request comes from, as far as one person or one house can be told from another.</summary>
internal static class ClientNetwork
{
    /// <summary>The IPv4 address, or the first half of an IPv6 address: whoever has one of those has 2^64 of them.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    /// <summary>False for the machine itself and for a socket without addresses: a proxy there speaks for everybody.</summary>
    public static bool IsTelling(IPAddress? address) => address is not null && !IPAddress.IsLoopback(address);
}
