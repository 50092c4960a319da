using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Hosting;

namespace NewsSite.Tests.Support;

/// <summary>One thing that the newsroom answers: an address, a method, and a page's handler.</summary>
/// <param name="Route">As the route table has it, without the first slash.</param>
/// <param name="Handler">Null for the page's own answer.</param>
public sealed record StaffDoor(string Method, string Route, string? Handler)
{
    /// <summary>The address, with ids filled in.</summary>
    public string Url(long id = 1) =>
        "/" + System.Text.RegularExpressions.Regex.Replace(Route, "{[^}]*}", $"{id}") + (Handler is null ? null : "?handler=" + Handler);

    public override string ToString() => $"{Method} {Route}{(Handler is null ? null : "?handler=" + Handler)}";
}

/// <summary>Reads all doors of the newsroom from the route table: a new page is in without being named.</summary>
public static class StaffDoors
{
    public static async Task<List<StaffDoor>> StaffDoorsAsync(this NewsApp app)
    {
        var doors = new HashSet<StaffDoor>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<NewsroomEndpoint>() is null) continue;
            var route = endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            {
                doors.Add(new StaffDoor("GET", route, null));
                continue;
            }

            var compiled = await app.Services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
            doors.UnionWith(compiled.HandlerMethods.Select(handler => new StaffDoor(handler.HttpMethod.ToUpperInvariant(), route, handler.Name)));
        }

        return [.. doors.OrderBy(door => door.ToString(), StringComparer.Ordinal)];
    }
}
