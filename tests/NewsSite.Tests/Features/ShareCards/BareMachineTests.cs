using System.Diagnostics;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.ShareCards;

public sealed class BareMachineTests
{
    private const string Bare = "NEWSSITE_TEST_BARE";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_script_is_drawn_on_a_machine_that_has_no_font()
    {
        using var folder = new TempFolder();
        var nothing = folder.File("fonts.conf");
        await File.WriteAllTextAsync(nothing, "<?xml version=\"1.0\"?><fontconfig></fontconfig>", Ct);

        // Fonts are looked for once in a process's life.
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(BareMachineTests).Assembly.Location, "-class", typeof(CardScriptTests).FullName!, "-class", typeof(Within).FullName!])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder.Path,
            Environment = { ["FONTCONFIG_FILE"] = nothing, [Bare] = "1" },
        })!;
        var said = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);

        Assert.True(process.ExitCode == 0, said);
        Assert.Contains("Total: 7", said, StringComparison.Ordinal);
    }

    /// <summary>Shows that the tests above can fail: without a font for it, a letter is a box, and is seen to be one.</summary>
    public sealed class Within
    {
        [Fact]
        public void What_the_fonts_do_not_hold_is_a_box_where_no_other_is_installed()
        {
            if (Environment.GetEnvironmentVariable(Bare) is null) return; // elsewhere a font of the machine may hold it

            Assert.Equal(["図 書"], CardScriptTests.BoxesAmong("図書", "ja"));
        }
    }
}
