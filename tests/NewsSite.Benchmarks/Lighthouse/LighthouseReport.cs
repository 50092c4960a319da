using System.Text.Json;

namespace NewsSite.Benchmarks.Lighthouse;

/// <summary>What Lighthouse thinks of a page after one run.</summary>
internal sealed record LighthouseReport(IReadOnlyDictionary<string, double> Scores, double Lcp, double Cls, double Tbt, double Bytes, IReadOnlyList<string> Faults)
{
    public static readonly string[] Categories = ["performance", "accessibility", "best-practices", "seo"];

    public static LighthouseReport Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var (audits, categories) = (document.RootElement.GetProperty("audits"), document.RootElement.GetProperty("categories"));
        return new LighthouseReport(
            Categories.ToDictionary(name => name, name => Number(categories.GetProperty(name), "score") * 100),
            Metric(audits, "largest-contentful-paint"),
            Metric(audits, "cumulative-layout-shift"),
            Metric(audits, "total-blocking-time"),
            Metric(audits, "total-byte-weight"),
            [.. Categories.SelectMany(name => FaultsOf(name, categories.GetProperty(name), audits))]);
    }

    private static IEnumerable<string> FaultsOf(string category, JsonElement judged, JsonElement audits) =>
        from reference in judged.GetProperty("auditRefs").EnumerateArray()
        let audit = audits.GetProperty(reference.GetProperty("id").GetString()!)
        where IsFault(audit)
        let weight = Number(reference, "weight") > 0 ? "" : ", without weight"
        select $"{category}: {audit.GetProperty("id").GetString()} ({(IsBroken(audit) ? "did not run" : audit.GetProperty("title").GetString())}{weight})";

    // What does not apply to a page, or only informs, has no score.
    private static bool IsFault(JsonElement audit) =>
        IsBroken(audit) || (audit.GetProperty("score").ValueKind == JsonValueKind.Number && Number(audit, "score") < 1);

    private static bool IsBroken(JsonElement audit) => audit.GetProperty("scoreDisplayMode").GetString() is "error";

    private static double Metric(JsonElement audits, string name) => Number(audits.GetProperty(name), "numericValue");

    // What could not be judged has no number.
    private static double Number(JsonElement part, string name) =>
        part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;
}
