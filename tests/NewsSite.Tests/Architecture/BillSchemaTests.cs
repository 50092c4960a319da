using System.Text.Json;
using Json.Schema;
using NewsSite.Bom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Architecture;

/// <summary>The bill against the schema of those who made the format, word by word.</summary>
public sealed class BillSchemaTests
{
    private static readonly string Root = CodeStyleTests.Root;

    private static readonly EvaluationOptions Strictly = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private static readonly JsonSchema Schema = Read();

    [Fact]
    public void The_bill_is_valid()
    {
        var bill = JsonSerializer.SerializeToElement(BillOfMaterials.Of(Root, NewsApp.Noon));

        Assert.Empty(Faults(bill));
    }

    [Theory]
    [InlineData("\"library\"", "\"liberry\"", "/type")]
    [InlineData("\"MIT\"", "\"MIT or so\"", "/metadata/component/licenses/0")]
    [InlineData("\"SHA-512\"", "\"SHA-513\"", "/hashes/0/alg")]
    [InlineData("urn:uuid:", "urn:uid:", "/serialNumber")]
    [InlineData("\"bom-ref\"", "\"ref\"", "/metadata/component")]
    public void A_bill_with_a_fault_is_not(string right, string wrong, string place)
    {
        var text = BillOfMaterials.Of(Root, NewsApp.Noon).ToJsonString();
        using var bill = JsonDocument.Parse(text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(Faults(bill.RootElement), fault => fault.Contains(place, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Faults(JsonElement bill)
    {
        var result = Schema.Evaluate(bill, Strictly);
        if (result.IsValid) return [];
        return result.Details!.Where(each => each.Errors is not null).SelectMany(each => each.Errors!.Select(error => $"{each.InstanceLocation} {error.Key}: {error.Value}"));
    }

    // The schemas name each other by their file names, beside the first one's address.
    private static JsonSchema Read()
    {
        var folder = Path.Combine(Root, "tests/NewsSite.Tests/Architecture/CycloneDx");
        foreach (var part in new[] { "spdx", "jsf-0.82" })
        {
            var name = part + ".SNAPSHOT.schema.json";
            SchemaRegistry.Global.Register(new Uri("http://cyclonedx.org/schema/" + name), JsonSchema.FromFile(Path.Combine(folder, name)));
        }

        return JsonSchema.FromFile(Path.Combine(folder, "bom-1.6.SNAPSHOT.schema.json"));
    }
}
