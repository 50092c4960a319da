using NewsSite.Tests.Support;

namespace NewsSite.Tests.Markup;

/// <summary>Proves that the checker the hostile tests rely on can fail.</summary>
public sealed class UnsafeMarkupTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<p onclick=alert(1)>x")]
    [InlineData("<a href=javascript:alert(1)>x</a>")]
    [InlineData("<a href=' java&Tab;script:alert(1)'>x</a>")]
    [InlineData("<a href='data:text/html,x'>x</a>")]
    [InlineData("<a href='\\\\evil.example'>x</a>")]
    [InlineData("<img src=//evil.example/x.png>")]
    [InlineData("<img src=data:image/png;base64,AAAA>")]
    [InlineData("<p style='position:fixed'>x")]
    [InlineData("<p id=summary>x")]
    [InlineData("<p id=h-a>x<p id=h-a>y")]
    [InlineData("<svg><a xlink:href=javascript:alert(1)>x</a></svg>")]
    [InlineData("<form><input name=q></form>")]
    public void The_checker_sees_what_is_forbidden(string html) => Assert.NotEmpty(UnsafeMarkup.FindingsIn(html));

    [Fact]
    public void The_checker_fires_on_most_hostile_rows_when_nothing_protects_the_page()
    {
        var rows = HostileRow.Read("xss").ToList();

        Assert.True(rows.Count(r => UnsafeMarkup.FindingsIn(r.Text).Count > 0) > rows.Count / 2);
    }

    [Fact]
    public void The_checker_is_silent_about_plain_article_html() =>
        Assert.Empty(UnsafeMarkup.FindingsIn("<h2 id=h-a>A</h2><p>B <a href='/c'>d</a> <a href='https://e.example' rel='noopener external'>f</a></p><img src=/m/x.webp alt=''>"));
}
