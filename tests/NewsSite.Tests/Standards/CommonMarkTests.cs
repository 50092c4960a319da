using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsSite.Tests.Markup;

namespace NewsSite.Tests.Standards;

/// <summary>The examples of the CommonMark specification (spec.commonmark.org, 0.31.2) through the site's own renderer.</summary>
public sealed class CommonMarkTests
{
    private const string Fence = "````````````````````````````````";

    // What says how a text is to be read; classes, ids and rel are our own affair.
    private static readonly string[] Telling = ["href", "src", "alt", "title", "start"];

    [Fact]
    public async Task Every_example_comes_out_safe_and_well_formed()
    {
        var findings = new List<string>();
        foreach (var example in Examples())
        {
            if ((await Rendering.OutcomeOf(example.Markdown)).Body is not { } body) continue; // refused, and listed as a difference

            findings.AddRange(UnsafeMarkup.FindingsIn(body.Html).Select(finding => $"{example.Number}: {finding}"));
            if (StrictErrorIn(body.Html) is { } error) findings.Add($"{example.Number}: {error}");
        }

        Assert.Empty(findings);
    }

    [Fact]
    public async Task What_comes_out_otherwise_than_the_specification_has_it_is_listed_with_its_reason()
    {
        var examples = Examples();
        var different = new List<int>();
        foreach (var example in examples)
        {
            var body = (await Rendering.OutcomeOf(example.Markdown)).Body;
            if (body is null || ShapeOf(body.Html) != ShapeOf(example.Html)) different.Add(example.Number);
        }

        Assert.Equal(652, examples.Count);
        Assert.Equal(CommonMarkDifferences.All.SelectMany(each => each.Examples).Order(), different);
        Assert.All(CommonMarkDifferences.All, each => Assert.NotEmpty(each.Reason));
    }

    private static List<Example> Examples()
    {
        var (examples, lines) = (new List<Example>(), File.ReadAllLines(Judges.File("commonmark-spec/spec.txt")));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] != Fence + " example") continue;
            var end = Array.IndexOf(lines, Fence, i);
            var middle = Array.IndexOf(lines, ".", i);
            examples.Add(new Example(examples.Count + 1, Text(lines[(i + 1)..middle]), Text(lines[(middle + 1)..end])));
            i = end;
        }

        return examples;
    }

    private static string Text(string[] lines) => string.Concat(lines.Select(line => line.Replace('→', '\t') + "\n"));

    private static string? StrictErrorIn(string html)
    {
        try
        {
            new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument("<!doctype html><html><head><title>t</title></head><body>" + html + "</body></html>");
            return null;
        }
        catch (HtmlParseException e)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{e.Message} at {e.Position.Column}");
        }
    }

    private static string ShapeOf(string html) => string.Concat(Rendering.Parse(html).ChildNodes.Select(ShapeOf)).Trim();

    private static string ShapeOf(INode node) => node switch
    {
        IElement { LocalName: "pre" } block => $"<pre>{block.TextContent}</pre>",
        IElement element => $"<{element.LocalName}{string.Concat(Telling.Where(element.HasAttribute).Select(name => $" {name}={element.GetAttribute(name)}"))}>{string.Concat(element.ChildNodes.Select(ShapeOf)).Trim()}</>",
        _ => string.Join(' ', node.TextContent.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)),
    };

    private sealed record Example(int Number, string Markdown, string Html);
}
