namespace NewsSite.Summaries.Tests;

public sealed class SummaryGuardTests
{
    private static readonly string[] Body =
    [
        "The council of Halden agreed on Tuesday to spend 1,200,000 euros on the bridge, 12 per cent more than planned.",
        "Mayor Anna Kerner said that three of the nine members had voted against it. \"It will not be late,\" she said.",
        "The work, which Brook & Sons will do, begins on 4 May. The old bridge will not be torn down. About 16 million cars have crossed it.",
    ];

    [Theory]
    [InlineData("Halden will spend 1.2 million euros on the bridge.")]
    [InlineData("Halden will spend 1 200 000 euros on the bridge.")]
    [InlineData("Three of nine members were against it, said Anna Kerner.")]
    [InlineData("3 of 9 members voted against it.")]
    [InlineData("The bridge costs 12% more than planned.")]
    [InlineData("The mayor said: “It will not be late”.")]
    [InlineData("The old bridge won't be torn down.")]
    public void What_the_body_says_in_other_words_is_supported(string sentence) => Assert.Empty(SummaryGuard.Check(sentence, Body, "en"));

    [Theory]
    [InlineData("Halden will spend 1.3 million euros on the bridge.", ClaimKind.Number, "1.3 million")]
    [InlineData("The bridge costs 12 million euros more than planned.", ClaimKind.Number, "12 million")]
    [InlineData("The bridge costs 4 per cent more than planned.", ClaimKind.Number, "4 per cent")]
    [InlineData("About 16 cars have crossed it.", ClaimKind.Number, "16")]
    [InlineData("Four of the members had voted against it, in May, on day eleven.", ClaimKind.Number, "eleven")]
    [InlineData("The council of Halden and Mayor Peter Kerner agreed.", ClaimKind.Name, "Peter")]
    [InlineData("The work will be done in Oslo by Brook.", ClaimKind.Name, "Oslo")]
    [InlineData("The mayor said: \"It will not be cheap\".", ClaimKind.Quotation, "It will not be cheap")]
    [InlineData("The council of Halden never agreed to spend euros on the bridge.", ClaimKind.Negation, "never")]
    [InlineData("The old bridge will be torn down.", ClaimKind.Negation, "not")]
    public void What_the_body_does_not_say_is_named(string sentence, ClaimKind kind, string text) =>
        Assert.Contains(new UnsupportedClaim(kind, text), SummaryGuard.Check(sentence, Body, "en"));

    [Theory]
    [InlineData("de", "Der Rat gibt 1,2 Mio. Euro aus.", "Der Rat bewilligte am Dienstag 1.200.000 Euro für die neue Brücke.", 0)]
    [InlineData("de", "Der Rat gibt 1,3 Millionen Euro aus.", "Der Rat bewilligte am Dienstag 1.200.000 Euro für die neue Brücke.", 1)]
    [InlineData("de", "Die Brücke wird abgerissen.", "Die alte Brücke wird nicht abgerissen, sagte die Stadt.", 1)]
    [InlineData("uk", "Місто витратить дванадцять мільйонів гривень.", "Місто витратить на міст 12 млн гривень цього року.", 0)]
    [InlineData("uk", "Місто витратить одинадцять мільйонів гривень.", "Місто витратить на міст 12 млн гривень цього року.", 1)]
    [InlineData("fr", "Le pont coûtera 3,5 millions d'euros.", "Le pont coûtera 3 500 000 euros, selon la mairie.", 0)]
    [InlineData("ja", "橋は壊されない。", "市は古い橋を壊すと発表した。", 1)]
    public void Other_languages_have_their_own_numbers_and_negations(string language, string sentence, string body, int findings) =>
        Assert.Equal(findings, SummaryGuard.Check(sentence, [body], language).Count);

    [Fact]
    public void An_empty_sentence_claims_nothing() => Assert.Empty(SummaryGuard.Check("", Body));
}
