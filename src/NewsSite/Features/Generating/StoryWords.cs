using System.Globalization;

namespace NewsSite.Features.Generating;

/// <summary>The words of one generated article, all of them following from its number.</summary>
internal sealed class StoryWords
{
    public static readonly string[] SectionNames = ["Harbour", "Council", "Business", "Schools", "Culture", "Sport"];

    private static readonly string[] Bodies =
        ["The harbour board", "The town council", "The school trust", "The rowing club", "The tram company", "The library", "The fish market", "The court"];

    private static readonly string[] Deeds =
        ["approves", "delays", "reopens", "questions", "pays for", "gives up", "doubles", "inspects", "sells", "repairs"];

    private static readonly string[] Things =
        ["the east quay", "the winter timetable", "a new roof", "the old archive", "the night ferry", "the storm fund", "the market hall", "the bridge toll",
            "a second lock", "the reading room", "the training ground", "the pilot boats"];

    private static readonly string[] Places = ["Aldermoor", "Saltholm", "Pell Bridge", "Weighhouse", "Ropewalk", "Mill Lane", "Tannery Street", "the outer mole"];

    private static readonly string[] People = ["Ines Maddern", "Tomas Okell", "Ruth Calloway", "Jonas Adeyemi", "Sanna Lind", "Peter Vance", "Mara Whitlock", "Greta Solheim"];

    private static readonly string[] Reasons =
        ["after a year of argument", "because the money came late", "in spite of a warning from its own engineers", "to the relief of the shopkeepers",
            "without waiting for the ministry", "as the surveyor had asked in spring"];

    private readonly Random dice;

    /// <param name="number">From 0; the same number always tells the same story.</param>
    public StoryWords(int number, int sections, int authors, int tags)
    {
        dice = new Random(number);
        var (body, deed, thing, place) = (Pick(Bodies), Pick(Deeds), Pick(Things), Pick(Places));
        Headline = $"{body} {deed} {thing} at {place}";
        SlugText = string.Create(CultureInfo.InvariantCulture, $"{thing} {deed} {number}").Replace(' ', '-');
        Standfirst = $"{body} decided {Pick(Reasons)}; the bill comes to {Amount()} crowns.";
        Section = dice.Next(sections);
        Author = dice.Next(authors);
        Tags = [.. Enumerable.Range(0, 3).Select(_ => dice.Next(tags)).Distinct()];
        Paragraphs = [.. Enumerable.Range(0, dice.Next(6, 12)).Select(_ => Paragraph())];
    }

    public string Headline { get; }

    public string SlugText { get; }

    public string Standfirst { get; }

    public int Section { get; }

    public int Author { get; }

    public IReadOnlyList<int> Tags { get; }

    public IReadOnlyList<string> Paragraphs { get; }

    public static string AuthorName(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{People[number % People.Length].Split(' ')[0]} {Places[number % Places.Length].Split(' ')[^1]} {number}");

    public static string TagName(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Things[number % Things.Length]} {number}");

    private string Paragraph() => string.Join(' ', Enumerable.Range(0, dice.Next(3, 6)).Select(_ => Sentence()));

    private string Sentence() => dice.Next(4) switch
    {
        0 => $"{Pick(Bodies)} {Pick(Deeds)} {Pick(Things)} {Pick(Reasons)}.",
        1 => $"{Pick(People)} said that {Pick(Things)} at {Pick(Places)} would cost {Amount()} crowns, {Pick(Reasons)}.",
        2 => $"Of {dice.Next(20, 900)} people asked at {Pick(Places)}, {dice.Next(2, 20)} had heard of {Pick(Things)} before.",
        _ => $"“Nobody {Pick(Deeds)} {Pick(Things)} twice,” said {Pick(People)} of {Pick(Places)}.",
    };

    private string Amount() => (dice.Next(3, 900) * 1000).ToString("N0", CultureInfo.InvariantCulture);

    private string Pick(string[] words) => words[dice.Next(words.Length)];
}
