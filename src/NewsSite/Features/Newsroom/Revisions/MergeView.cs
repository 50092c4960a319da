namespace NewsSite.Features.Newsroom.Revisions;

public enum MergeSide
{
    Mine,
    Theirs,

    /// <summary>One after the other, mine last; for pieces of the text only.</summary>
    Both,
}

/// <summary>Two people's fields of one article.</summary>
/// <param name="Number">Of the revision that holds mine.</param>
/// <param name="Version">Of the article that holds theirs.</param>
/// <param name="By">Whose the refused text is.</param>
/// <param name="Other">Whose the saved one is; null when nobody knows.</param>
/// <param name="Fields">Those that differ.</param>
public sealed record MergeView(long Id, int Number, int Version, string By, string? Other, ArticleForm Mine, ArticleForm Theirs, IReadOnlyList<MergeField> Fields)
{
    /// <summary>Names of the questions that have no answer among <paramref name="choices"/>.</summary>
    public IReadOnlyList<string> Open(IReadOnlyDictionary<string, MergeSide> choices) => [.. Fields.SelectMany(field => field.Questions).Where(name => !choices.ContainsKey(name))];

    /// <summary>The saved fields with what was merged into them.</summary>
    /// <param name="choices">An answer to each question.</param>
    public ArticleForm Merged(IReadOnlyDictionary<string, MergeSide> choices)
    {
        var merged = FormText.CopyOf(Theirs);
        foreach (var field in Fields) field.Put(Mine, merged, choices);
        return merged;
    }
}

/// <summary>A field that differs between two people.</summary>
/// <param name="Pieces">Of the text, one after another; a single one for all other fields.</param>
public sealed record MergeField(SheetField Field, IReadOnlyList<MergePiece> Pieces)
{
    /// <summary>Names of what a person has to choose.</summary>
    public IEnumerable<string> Questions => Pieces.Index().Where(each => each.Item.Choice is null).Select(each => NameOf(each.Index));

    public bool IsText => Field.Name is nameof(ArticleForm.Body);

    public string NameOf(int piece) => $"{Field.Name}-{piece}";

    /// <param name="sections">Names by id.</param>
    public static IReadOnlyList<MergeField> Between(ArticleForm origin, ArticleForm mine, ArticleForm theirs, IReadOnlyDictionary<long, string> sections) =>
    [
        .. SheetFields.All
            .Select(field => (Field: field, Origin: field.Show(origin, sections), Mine: field.Show(mine, sections), Theirs: field.Show(theirs, sections)))
            .Where(each => each.Mine != each.Theirs)
            .Select(each => new MergeField(each.Field, each.Field.Name is nameof(ArticleForm.Body) ? TextMerge.Of(each.Origin, each.Mine, each.Theirs) : [Whole(each.Origin, each.Mine, each.Theirs)])),
    ];

    /// <summary>Puts the merged field into <paramref name="merged"/>, which holds theirs.</summary>
    public void Put(ArticleForm mine, ArticleForm merged, IReadOnlyDictionary<string, MergeSide> choices)
    {
        if (IsText) merged.Body = string.Concat(Pieces.Index().Select(each => each.Item.Choice ?? Chosen(each.Item, choices[NameOf(each.Index)])));
        else if (Pieces[0].Choice is { } settled ? settled == Pieces[0].Mine : choices[NameOf(0)] is not MergeSide.Theirs) Field.Copy(mine, merged);
    }

    private static string Chosen(MergePiece piece, MergeSide side) => side switch
    {
        MergeSide.Mine => piece.Mine,
        MergeSide.Theirs => piece.Theirs,
        _ => piece.Theirs + (piece.Theirs.EndsWith('\n') ? "" : "\n\n") + piece.Mine,
    };

    private static MergePiece Whole(string origin, string mine, string theirs) =>
        new(origin == theirs ? mine : origin == mine ? theirs : null, mine, theirs);
}
