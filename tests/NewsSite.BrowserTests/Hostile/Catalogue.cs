using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>What the product itself says about its doors and their fields: a new one that the harness does not try is missed.</summary>
internal static class Catalogue
{
    /// <summary>Doors that show nothing, or what no text of anybody can reach.</summary>
    private static readonly string[] WithoutText =
    [
        "GET account/sign-out", "GET admin/articles/new?handler=Ticket", "GET admin/articles/{id:long}?handler=Ticket",
        // No pages; what readers of XML and JSON make of a hostile text is tried without a browser.
        "GET sitemap.xml", "GET sitemaps/news.xml", "GET .well-known/tdmrep.json", "GET speculation.json",
    ];

    /// <returns>Fields and doors that were not tried.</returns>
    public static async Task<List<string>> MissingAsync(IServiceProvider services, Tally tally)
    {
        var (fields, doors) = (tally.Fields.ToHashSet(), tally.Doors.ToHashSet());
        var (known, texts) = (await services.DoorsAsync(), await FieldsAsync(services));
        return
        [
            .. FileKeys().Where(key => !fields.Contains(key)),
            .. texts.Where(field => !fields.Contains(Same(field))).Select(field => "field " + field),
            .. known.Where(door => door.Method is "GET").Select(door => door.ToString()).Where(door => !doors.Contains(door) && !WithoutText.Contains(door)).Select(door => "door " + door),
        ];
    }

    private static IEnumerable<string> FileKeys()
    {
        var image = Importing("ImageFields").GetProperties().Select(property => property.Name.ToLowerInvariant()).Where(name => name is not "line");
        return Keys("ArticleFile").Where(key => key is not "image").Concat(image).Select(key => "file " + key)
            .Concat(Keys("SiteFile").Select(key => "site.yml " + key));
    }

    private static HashSet<string> Keys(string file) => (HashSet<string>)Importing(file).GetField("Known", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;

    private static Type Importing(string name) => typeof(NewsSiteHost).Assembly.GetType("NewsSite.Features.Importing." + name, throwOnError: true)!;

    // The editor's form is one, whether it saves, previews or takes a step, and whether its article is new.
    private static string Same(string field) => field.StartsWith("POST admin/articles/new", StringComparison.Ordinal) || field.StartsWith("POST admin/articles/{id:long}?", StringComparison.Ordinal) || field.StartsWith("POST admin/articles/{id:long} ", StringComparison.Ordinal)
        ? "POST admin/articles/{id:long}?handler=Step" + field[field.LastIndexOf(' ')..]
        : field;

    private static async Task<List<string>> FieldsAsync(IServiceProvider services)
    {
        var fields = new List<string>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) continue;
            var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
            var route = endpoint.RoutePattern.RawText!.TrimStart('/');
            foreach (var handler in compiled.HandlerMethods)
            {
                var door = $"{handler.HttpMethod.ToUpperInvariant()} {route}{(handler.Name is null ? null : "?handler=" + handler.Name)}";
                // What the route itself holds to a form needs no try.
                fields.AddRange(handler.Parameters.SelectMany(parameter => Of(parameter.ParameterInfo)).Where(field => !route.Contains($"{{{field}:", StringComparison.Ordinal)).Select(field => $"{door} {field}"));
                if (handler.HttpMethod is "Get")
                    fields.AddRange(compiled.BoundProperties.OfType<PageBoundPropertyDescriptor>().SelectMany(bound => Of(bound.Property.PropertyType, bound.BindingInfo?.BinderModelName ?? bound.Name)).Select(field => $"{door} {field}"));
            }
        }

        return [.. fields.Distinct()];
    }

    private static IEnumerable<string> Of(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<FromServicesAttribute>() is not null || IsSecret(parameter) ? [] : Of(parameter.ParameterType, parameter.GetCustomAttribute<BindAttribute>()?.Prefix ?? parameter.Name!);

    // No page ever shows a password.
    private static bool IsSecret(ICustomAttributeProvider field) =>
        field.GetCustomAttributes(typeof(DataTypeAttribute), inherit: true) is [DataTypeAttribute { DataType: DataType.Password }];

    private static IEnumerable<string> Of(Type type, string name)
    {
        if (type == typeof(string)) return [name];
        if (type.IsGenericType && type.GetInterfaces().Contains(typeof(System.Collections.IEnumerable))) return Of(type.GetGenericArguments()[0], name + "[0]");
        return type.Assembly == typeof(NewsSiteHost).Assembly && !type.IsEnum
            ? type.GetProperties().Where(property => property.CanWrite && !IsSecret(property)).SelectMany(property => Of(property.PropertyType, name.Length == 0 ? property.Name : $"{name}.{property.Name}"))
            : [];
    }
}
