using Microsoft.Playwright;

namespace NewsSite.BrowserTests.Setting;

/// <summary>What a reader comes with. Widths are in CSS pixels.</summary>
public sealed record ReaderSetup
{
    public const int Desk = 1440;
    public const int Phone = 390;
    public const int SmallPhone = 320;

    public int Width { get; init; } = Desk;

    public bool Dark { get; init; }

    public bool Script { get; init; } = true;

    public BrowserNewContextOptions ToOptions(Uri address) => new()
    {
        BaseURL = address.ToString(),
        ViewportSize = new() { Width = Width, Height = HeightFor(Width) },
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        // What is measured must not depend on how far an animation got.
        ReducedMotion = ReducedMotion.Reduce,
        JavaScriptEnabled = Script,
        Locale = "en-GB",
    };

    public static int HeightFor(int width) => width < 700 ? 844 : 900;
}
