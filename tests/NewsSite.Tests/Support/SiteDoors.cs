using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Hosting;

namespace NewsSite.Tests.Support;

/// <summary>One thing that the site answers: an address, a method, and a page's handler.</summary>
/// <param name="Route">As the route table has it, without the first slash.</param>
/// <param name="Handler">Null for the page's own answer.</param>
/// <param name="IsNewsroom">Not for readers.</param>
public sealed record SiteDoor(string Method, string Route, string? Handler, bool IsNewsroom)
{
    /// <summary>The address, with ids filled in.</summary>
    public string Url(long id = 1) => Url(_ => $"{id}");

    /// <summary>The address.</summary>
    /// <param name="valueOf">What stands in a hole of the route, by its name: <c>slug</c>.</param>
    public string Url(Func<string, string> valueOf) =>
        "/" + Regex.Replace(Route, @"\{\**([a-z]+)(?:[^{}]|\{\{|\}\})*\}", hole => valueOf(hole.Groups[1].Value)) + (Handler is null ? null : "?handler=" + Handler);

    public override string ToString() => $"{Method} {Route}{(Handler is null ? null : "?handler=" + Handler)}";
}

/// <summary>Reads all doors from the route table, static files excepted: a new page is in without being named.</summary>
public static class SiteDoors
{
    public static async Task<List<SiteDoor>> DoorsAsync(this IServiceProvider services)
    {
        var doors = new HashSet<SiteDoor>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = endpoint.RoutePattern.RawText!.TrimStart('/');
            var isNewsroom = endpoint.Metadata.GetMetadata<NewsroomEndpoint>() is not null;
            if (route == "{**path:file}" || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) continue;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
                doors.UnionWith(compiled.HandlerMethods.Select(handler => new SiteDoor(handler.HttpMethod.ToUpperInvariant(), route, handler.Name, isNewsroom)));
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
                doors.UnionWith(methods.Where(method => method is not "HEAD").Select(method => new SiteDoor(method, route, null, isNewsroom)));
            }
        }

        return [.. doors.OrderBy(door => door.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>Those of the newsroom, accounts and set-up included.</summary>
    public static async Task<List<SiteDoor>> StaffDoorsAsync(this IServiceProvider services) => [.. (await services.DoorsAsync()).Where(door => door.IsNewsroom)];

    /// <summary>The names of the values that the answers to GET read from the query, by route.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> QueryNamesAsync(this IServiceProvider services)
    {
        var names = (await services.DoorsAsync()).Select(door => door.Route).Distinct().ToDictionary(route => route, _ => (IReadOnlyList<string>)[]);
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var holes = endpoint.RoutePattern.Parameters.Select(hole => hole.Name).ToList();
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            {
                if (endpoint.Metadata.GetMetadata<MethodInfo>() is { } answer && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                    names[endpoint.RoutePattern.RawText!.TrimStart('/')] = [.. answer.GetParameters().Where(parameter => IsText(parameter.ParameterType)).Select(parameter => parameter.Name!).Except(holes)];
                continue;
            }

            var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
            var parameters = compiled.HandlerMethods.Where(handler => handler.HttpMethod == "Get").SelectMany(handler => handler.Parameters)
                .SelectMany(parameter => IsText(parameter.ParameterType) ? [parameter.Name] : NamesIn(parameter.ParameterType)).Except(holes);
            var properties = compiled.BoundProperties.OfType<PageBoundPropertyDescriptor>()
                .Where(property => property.Property.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: true })
                .Select(property => property.BindingInfo?.BinderModelName ?? char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
            names[endpoint.RoutePattern.RawText!.TrimStart('/')] = [.. parameters.Concat(properties).Distinct()];
        }

        return names;
    }

    private static IEnumerable<string> NamesIn(Type asked) => asked.GetProperties().Select(value => value.GetCustomAttribute<FromQueryAttribute>()?.Name).OfType<string>();

    // What a query can hold; all else comes from the services.
    private static bool IsText(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(string) || plain.IsPrimitive || plain.IsEnum);
}
