using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Domain.Media;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Features.Media;

namespace NewsSite.Features.Newsroom.Library;

/// <summary>All pictures of the house, and the door by which they come in.</summary>
[Authorize(Policies.Staff)]
public sealed class LibraryModel(LibraryReader library) : PageModel
{
    private const int MostChoices = 24;

    public StaffMember Member => User.Member();

    public LibraryView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public LibraryPart Part { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    /// <summary>How many came in just now.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Added { get; set; }

    /// <summary>What was handed in, when something of it was refused.</summary>
    public IReadOnlyList<Upload> Uploads { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    /// <summary>The pictures to choose from in the editor.</summary>
    public async Task<IActionResult> OnGetChooseAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return new JsonResult(View.Rows.Take(MostChoices).Select(row => Choice(row.Picture, row.Title, row.Caption, row.Credit)));
    }

    public async Task<IActionResult> OnPostUploadAsync([FromServices] UploadDesk desk, IReadOnlyList<IFormFile> files, CancellationToken ct)
    {
        var taken = await desk.TakeAsync(files, Member, ct);
        var isRefused = taken.Count == 0 || taken.Any(each => each.Asset is null);
        if (Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase))
            return new JsonResult(taken.Select(Answer)) { StatusCode = isRefused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
        if (!isRefused) return LocalRedirect($"{SiteUrls.Staff.Pictures}?added={taken.Count}");

        Uploads = taken;
        if (taken.Count == 0) ModelState.AddModelError("files", "Choose at least one file.");
        await ReadAsync(ct);
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    /// <summary>Address of this list, one page further.</summary>
    public string Further(DeskMark mark) => Address(Part, Words, mark.ToString());

    public static string Address(LibraryPart part, string? words, string? before = null) =>
        SiteUrls.Staff.Pictures + QueryString.Create(new Dictionary<string, string?> { ["part"] = part is LibraryPart.All ? null : part.ToString(), ["q"] = words, ["before"] = before }.Where(each => each.Value is not null));

    private async Task ReadAsync(CancellationToken ct)
    {
        if (Words?.Length > LibraryQuery.MaxWordsLength) Words = Words[..LibraryQuery.MaxWordsLength];
        View = await library.ReadAsync(new LibraryQuery(Words, Part, DeskMark.TryParse(Before)), Member, ct);
    }

    private static object Answer(Upload upload) => upload.Asset is { } asset
        ? Choice(PictureView.Of(StoredPicture.Of(asset)), asset.Caption ?? asset.Name, asset.Caption, asset.Credit)
        : new { name = upload.Name, reason = upload.Reason };

    private static object Choice(PictureView picture, string title, string? caption, string? credit) =>
        new { file = picture.File, title, caption, credit, picture = picture.Plain(Crop.Standard), sources = picture.Sources(Crop.Standard, picture.PlainFormat) };
}
