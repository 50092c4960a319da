using Microsoft.Playwright;
using NewsSite.BrowserTests.Setting;
using NewsSite.Domain.Media;
using NewsSite.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests.Newsroom;

/// <summary>How tests bring pictures into a page: dropped, pasted, chosen.</summary>
internal static class PictureRoom
{
    public const string Library = "/admin/pictures";

    /// <summary>A file as it lies on somebody's disk.</summary>
    public static FilePayload Jpeg(string name, int seed, int width = 400, int height = 300) => new() { Name = name, MimeType = "image/jpeg", Buffer = TestPicture.Jpeg(seed, width, height) };

    /// <inheritdoc cref="Jpeg"/>
    public static FilePayload Png(string name, int seed) => new() { Name = name, MimeType = "image/png", Buffer = TestPicture.Png(seed, 40, 30) };

    /// <summary>Text that calls itself a picture.</summary>
    public static FilePayload NoPicture(string name) => new() { Name = name, MimeType = "image/jpeg", Buffer = "No picture at all."u8.ToArray() };

    public static Task DropAsync(this ILocator place, params IReadOnlyList<FilePayload> files) => HandAsync(place, "drop", files);

    public static Task PasteAsync(this ILocator place, params IReadOnlyList<FilePayload> files) => HandAsync(place, "paste", files);

    /// <summary>In the library of a site, without a browser.</summary>
    public static Task<Asset> ShelveAsync(this RunningSite site, string name, int seed, int width = 400, int height = 300) =>
        site.Services.ShelveAsync(TestPicture.Jpeg(seed, width, height), name);

    /// <summary>The pictures that a list shows, first to last.</summary>
    public static ILocator Named(this IPage page, string name) => page.Locator(".library .called", new() { HasTextString = name });

    public static async Task<Reader> OpenLibraryAsync(this ReadingRoom room, RunningSite site, ReaderSetup? setup = null, string path = Library)
    {
        var reader = await room.OpenAsync(site, setup);
        await reader.Page.SignInAsync(site, await site.HireAsync("Ines Maddern"));
        await reader.GoAsync(path);
        if (setup?.Script is not false) await reader.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return reader;
    }

    /// <summary>A picture's own page has all its images.</summary>
    public static Task SeenAsync(this IPage page) => page.WaitForFunctionAsync("() => [...document.images].every(image => image.complete && image.naturalWidth > 0)");

    public static ILocator Chooser(this IPage page) => page.Locator("dialog#pictures[open]");

    /// <summary>Says what the chosen picture shows, and takes it.</summary>
    public static async Task DescribeAsync(this IPage page, string alt, string caption = "", string credit = "")
    {
        await Expect(page.Locator("#pictures-alt")).ToBeFocusedAsync();
        await page.Locator("#pictures-alt").FillAsync(alt);
        await page.Locator("#pictures-caption").FillAsync(caption);
        await page.Locator("#pictures-credit").FillAsync(credit);
        await page.Locator("[data-use]").ClickAsync();
    }

    // The files are made in the page, as the browser would make them of what is dragged or copied.
    private static async Task HandAsync(ILocator place, string what, IReadOnlyList<FilePayload> files)
    {
        object[] made = [.. files.Select(file => new { name = file.Name, type = file.MimeType, bytes = Convert.ToBase64String(file.Buffer) })];
        await place.EvaluateAsync("""
            (place, [what, files]) => {
              const data = new DataTransfer();
              for (const { name, type, bytes } of files) data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type }));
              const common = { bubbles: true, cancelable: true };
              if (what === "paste") return place.dispatchEvent(new ClipboardEvent("paste", { ...common, clipboardData: data }));
              for (const kind of ["dragenter", "dragover", "drop"]) place.dispatchEvent(new DragEvent(kind, { ...common, dataTransfer: data }));
            }
            """, new object[] { what, made });
    }
}
