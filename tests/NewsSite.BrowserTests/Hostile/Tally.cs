using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>Counts what was tried where, over all heaps of a run.</summary>
public sealed class Tally
{
    private readonly ConcurrentDictionary<(string Where, string What), int> counts = new();
    private readonly ConcurrentDictionary<(string Surface, string Words), int> kinds = new();
    private readonly ConcurrentQueue<string> faults = new();

    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>Doors that were opened or read.</summary>
    public IEnumerable<string> Doors => counts.Keys.Where(key => key.What is "read" or "open").Select(key => key.Where.Split(" | ")[0]).Distinct();

    /// <summary>Fields that were filled.</summary>
    public IEnumerable<string> Fields => counts.Keys.Where(key => key.What is "tried").Select(key => key.Where).Distinct();

    public void Tried(string field, int rows = 1) => Add(field, "tried", rows);

    /// <summary>The field cannot hold the row: too long, blank, or a name without a letter.</summary>
    public void LeftOut(string field) => Add(field, "left out");

    public void Refused(string field) => Add(field, "refused");

    public void Read(string surface) => Add(surface, "read");

    public void Opened(string surface) => Add(surface, "open");

    public void Ran(string surface, string what) => Fault(surface, "executions", what);

    public void Found(string surface, string what) => Fault(surface, "findings", what);

    public int Count(string what) => counts.Where(count => count.Key.What == what).Sum(count => count.Value);

    public override string ToString()
    {
        var text = new StringBuilder();
        Table(text, "Field", ["tried", "left out", "refused"]);
        Table(text, "Surface", ["read", "open", "executions", "findings"]);
        return text.ToString();
    }

    private void Fault(string surface, string what, string words)
    {
        Add(surface, what);
        // Enough to see what is wrong, of each kind.
        if (kinds.AddOrUpdate((surface, words[..Math.Min(words.Length, 48)]), 1, (_, before) => before + 1) <= 2) faults.Enqueue($"{surface}: {words}");
    }

    private void Add(string where, string what, int number = 1) => counts.AddOrUpdate((where, what), number, (_, before) => before + number);

    private void Table(StringBuilder text, string head, string[] columns)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"| {head} | {string.Join(" | ", columns)} |").AppendLine("|---|" + string.Concat(columns.Select(_ => "---|")));
        foreach (var where in counts.Keys.Where(key => columns.Contains(key.What)).Select(key => key.Where).Distinct().Order(StringComparer.Ordinal))
            text.AppendLine(CultureInfo.InvariantCulture, $"| {where} | {string.Join(" | ", columns.Select(what => counts.GetValueOrDefault((where, what))))} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| **all** | {string.Join(" | ", columns.Select(Count))} |").AppendLine();
    }
}
