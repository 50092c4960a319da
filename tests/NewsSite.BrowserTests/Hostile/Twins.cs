using NewsSite.Domain;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>What each surface looks like when everything in it is harmless, and so what it has to look like whatever stands in it.</summary>
public sealed class Twins
{
    /// <summary>Neighbours and suggestions are texts of other rows; a history tells what was, not what is.</summary>
    private static readonly string[] Elsewhere = ["/article/nav/", "/datalist/", "/aside/section/ol/li/span/a", "/article/section/ul/li/a", "/article/section/ul/li/span", "/mark#text", "/main/form/div/div/input@value"];

    private static readonly string[] Heads = ["/h1#text", "/title#text", "/button#text"];

    private readonly Dictionary<string, List<Twin>> twins = [];
    private readonly Dictionary<(string Surface, string Place), HashSet<string>> items = [];
    private readonly Dictionary<string, HashSet<string>> spellings = [];

    public IEnumerable<string> Surfaces => twins.Keys;

    /// <param name="surface">Name of the door, and what it was about.</param>
    public void Learn(string surface, Sight harmless)
    {
        var known = twins.TryGetValue(surface, out var list) ? list : twins[surface] = [];
        var twin = known.Find(each => each.Shape == harmless.Shape);
        if (twin is null) known.Add(twin = new Twin(harmless.Shape, []));
        foreach (var (place, shapes) in harmless.Items) (items.TryGetValue((surface, place), out var all) ? all : items[(surface, place)] = []).UnionWith(shapes);
        foreach (var (place, texts) in harmless.Strings)
        {
            // A refused form is headed by what is kept.
            if (surface.Contains(" | refused", StringComparison.Ordinal) && Heads.Any(head => place.EndsWith(head, StringComparison.Ordinal))) continue;
            if (Elsewhere.Any(other => place.Contains(other, StringComparison.Ordinal))) continue;
            // An author's address is made of the name, and another of another.
            foreach (var text in texts.Where(text => Marks.In(text).Any() && !text.Contains("/author/", StringComparison.Ordinal))) twin.Strings.Add((place, text));
        }
    }

    public bool IsLike(string surface, Sight seen) => twins.TryGetValue(surface + " | read", out var known) && known.Exists(twin => twin.Shape == seen.Shape);

    /// <summary>Tags and authors of one address are one: the first spelling stays.</summary>
    public void Spell(IEnumerable<string> names)
    {
        lock (spellings)
        {
            foreach (var name in names)
            {
                var slug = Slug.From(name)!.Value;
                (spellings.TryGetValue(slug, out var known) ? known : spellings[slug] = []).Add(name);
            }
        }
    }

    /// <summary>Places of the strings to look at.</summary>
    public IReadOnlyCollection<string> Wanted(params IEnumerable<string> surfaces) =>
        surfaces.SelectMany(surface => twins.GetValueOrDefault(surface, [])).SelectMany(twin => twin.Strings).Select(known => known.Place).ToHashSet();

    /// <param name="filled">What stands in place of each mark; strings with other marks are not looked at.</param>
    /// <returns>What is not as it would be with harmless texts.</returns>
    public IEnumerable<string> Faults(string surface, Sight seen, params IReadOnlyList<Filled> filled)
    {
        if (seen.Shape.Length == 0) yield break;
        if (!twins.TryGetValue(surface, out var known))
        {
            yield return $"{surface} has no twin";
            yield break;
        }

        if (known.Find(twin => twin.Shape == seen.Shape) is not { } alike)
        {
            yield return "other shape: " + Difference(known.MaxBy(twin => Common(twin.Shape, seen.Shape))!.Shape, seen.Shape);
            yield break;
        }

        foreach (var (place, shapes) in seen.Items)
        {
            foreach (var item in shapes.Where(item => items.GetValueOrDefault((surface, place))?.Contains(item) is not true))
                yield return $"other item at {place}: {item} in place of {items.GetValueOrDefault((surface, place))?.MaxBy(known => Common(known, item))}";
        }

        foreach (var row in filled.Where(row => row.IsAnywhere && !alike.Strings.Any(known => Marks.In(known.Text).All(row.ContainsKey) && Shows(seen.Strings.GetValueOrDefault(known.Place) ?? [], known.Text, row))))
            yield return $"“{row.Values.First()[0]}” is nowhere";
        foreach (var (place, text) in alike.Strings)
        {
            var there = seen.Strings.GetValueOrDefault(place) ?? [];
            foreach (var row in filled.Where(row => !row.IsAnywhere && Marks.In(text).All(row.ContainsKey) && !Shows(there, text, row)))
                yield return $"other text at {place}: “{Replace(text, row)}” is not among “{string.Join("”, “", there.Take(3))}”";
        }
    }

    private bool Shows(string[] there, string text, Filled row)
    {
        if (text.StartsWith('{')) return true; // JSON: held against the row where it is drawn
        var several = Marks.In(text).FirstOrDefault(mark => row[mark].Count > 1) ?? Marks.In(text).FirstOrDefault(mark => IsName(row[mark]));
        if (several is null) return there.Contains(Replace(text, row));

        var rest = Replace(text, row, but: several);
        bool Has(string name) => there.Contains(rest.Replace(several, name, StringComparison.Ordinal));
        return row[several].All(name => Spellings(name).Any(Has)) || Has(string.Join(", ", row[several])) || Has(WithAnd(row[several]))
            || (there.Length > 0 && row[several].Any(name => Spellings(name).Count > 1));
    }

    private bool IsName(IReadOnlyList<string> names) => names.Count == 1 && Spellings(names[0]).Count > 1;

    private HashSet<string> Spellings(string name)
    {
        lock (spellings) return Slug.From(name) is { } slug && spellings.TryGetValue(slug.Value, out var known) && known.Contains(name) ? [.. known] : [name];
    }

    private static string WithAnd(IReadOnlyList<string> names) => names.Count < 2 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static string Replace(string text, Filled row, string? but = null) =>
        Marks.In(text).Where(mark => mark != but).Aggregate(text, (done, mark) => done.Replace(mark, row[mark][0], StringComparison.Ordinal));

    private static int Common(string one, string other) => one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();

    private static string Difference(string twin, string seen)
    {
        var at = Math.Max(0, Common(twin, seen) - 80);
        return $"…{seen[at..Math.Min(seen.Length, at + 200)]}… in place of …{twin[at..Math.Min(twin.Length, at + 200)]}…";
    }

    private sealed record Twin(string Shape, HashSet<(string Place, string Text)> Strings);
}

/// <summary>What stands in place of each mark; several texts for names with commas between them.</summary>
public sealed class Filled : Dictionary<string, IReadOnlyList<string>>
{
    /// <summary>One of the places in which the marks stand is enough.</summary>
    public bool IsAnywhere { get; init; }

    public Filled Without(string field)
    {
        Remove(Marks.Of(field));
        return this;
    }

    public Filled Only(string field) => new Filled().With(field, this[Marks.Of(field)]);

    public Filled Somewhere(string field) => new Filled { IsAnywhere = true }.With(field, this[Marks.Of(field)]);

    public Filled With(string field, params IReadOnlyList<string> texts)
    {
        this[Marks.Of(field)] = texts;
        return this;
    }
}
