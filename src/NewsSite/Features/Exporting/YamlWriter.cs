using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsSite.Features.Exporting;

/// <summary>Writes the fields of one YAML mapping; those without a value are left out.</summary>
internal sealed class YamlWriter
{
    // No line is folded: what would then begin one could be taken for the end of the front matter.
    private static readonly EmitterSettings OneLineEach = new EmitterSettings().WithBestWidth(int.MaxValue).WithNewLine("\n");

    private readonly StringBuilder text = new();
    private readonly Emitter emitter;

    public YamlWriter()
    {
        emitter = new Emitter(new StringWriter(text, CultureInfo.InvariantCulture), OneLineEach);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Begin();
    }

    /// <summary>Anybody's words.</summary>
    public void Text(string name, string? value) => Write(name, value, ScalarStyle.DoubleQuoted);

    /// <summary>What cannot be taken for anything else.</summary>
    public void Plain(string name, string? value) => Write(name, value, ScalarStyle.Any);

    public void Texts(string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        emitter.Emit(new Scalar(name));
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
        foreach (var value in values) Quoted(value);
        emitter.Emit(new SequenceEnd());
    }

    public void Fields(string name, params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        emitter.Emit(new Scalar(name));
        Begin();
        foreach (var (field, value) in fields) Text(field, value);
        emitter.Emit(new MappingEnd());
    }

    public void List(string name, IEnumerable<(string Name, string? Value)[]> entries)
    {
        emitter.Emit(new Scalar(name));
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
        foreach (var entry in entries)
        {
            Begin();
            foreach (var (field, value) in entry) Text(field, value);
            emitter.Emit(new MappingEnd());
        }

        emitter.Emit(new SequenceEnd());
    }

    /// <summary>All that was written; nothing can be written after.</summary>
    public override string ToString()
    {
        emitter.Emit(new MappingEnd());
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private void Begin() => emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));

    private void Quoted(string value) => emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, value, ScalarStyle.DoubleQuoted, isPlainImplicit: true, isQuotedImplicit: true));

    private void Write(string name, string? value, ScalarStyle style)
    {
        if (value is null) return;
        emitter.Emit(new Scalar(name));
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, value, style, isPlainImplicit: true, isQuotedImplicit: true));
    }
}
