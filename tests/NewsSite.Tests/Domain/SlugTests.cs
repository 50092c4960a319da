using FsCheck.Xunit;
using NewsSite.Domain;

namespace NewsSite.Tests.Domain;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Storm barrier to close tonight", "storm-barrier-to-close-tonight")]
    [InlineData("  “Eleven boats”, he said: an afternoon!  ", "eleven-boats-he-said-an-afternoon")]
    [InlineData("Über Ærø, Łódź & the fishermen’s pier", "uber-aero-lodz-the-fishermens-pier")]
    [InlineData("Straße 12", "strasse-12")]
    [InlineData("مكتبة الميناء", "مكتبة-الميناء")]
    [InlineData("Суботня школа їде", "суботня-школа-їде")]
    [InlineData("हिन्दी समाचार", "हिन्दी-समाचार")]
    public void A_headline_becomes_a_readable_slug(string headline, string slug) => Assert.Equal(slug, Slug.From(headline)?.Value);

    [Theory]
    [InlineData("")]
    [InlineData("— … !")]
    [InlineData("\ud800")]
    public void A_text_without_letters_or_digits_makes_no_slug(string text) => Assert.Null(Slug.From(text));

    [Theory]
    [InlineData("Storm")]
    [InlineData("storm--barrier")]
    [InlineData("-storm")]
    [InlineData("storm/barrier")]
    [InlineData("storm barrier")]
    [InlineData("..")]
    public void What_is_not_a_slug_as_it_stands_is_refused(string text) => Assert.Null(Slug.TryParse(text));

    [Property(MaxTest = 500)]
    public bool Whatever_comes_in_a_made_slug_is_a_slug(string? text) =>
        Slug.From(text ?? "") is not { } slug || (Slug.TryParse(slug.Value) == slug && slug.Value.Length <= Slug.MaxLength);

    [Property(MaxTest = 200)]
    public bool A_numbered_slug_is_a_slug_of_its_own(string? text, ushort number) =>
        Slug.From((text ?? "") + new string('a', number % 200)) is not { } slug
        || (slug.Numbered(number) is var numbered && numbered != slug && Slug.TryParse(numbered.Value) == numbered);
}
