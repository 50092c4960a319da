using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsSite.Summaries.Training;

/// <summary>An article to be summarized: sentences that were split before, or paragraphs.</summary>
internal sealed record ArticleLine(
    string Id,
    IReadOnlyList<string>? Sentences,
    IReadOnlyList<string>? Paragraphs,
    string? Headline,
    string? Standfirst,
    string? Language,
    [property: JsonConverter(typeof(SentenceListConverter))] IReadOnlyList<string>? Reference);

/// <summary>A human summary.</summary>
internal sealed record ReferenceLine(
    string Id, [property: JsonConverter(typeof(SentenceListConverter))] IReadOnlyList<string> Reference);

/// <summary>A summary that a method made.</summary>
internal sealed record SummaryLine(
    string Id, [property: JsonConverter(typeof(SentenceListConverter))] IReadOnlyList<string> Summary);

/// <summary>Sentences as a list, or as one string with a sentence to a line.</summary>
internal sealed class SentenceListConverter : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String
            ? reader.GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : JsonSerializer.Deserialize<string[]>(ref reader, options);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var sentence in value) writer.WriteStringValue(sentence);
        writer.WriteEndArray();
    }
}
