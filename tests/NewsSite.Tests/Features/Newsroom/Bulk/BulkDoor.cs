using NewsSite.Domain.Articles;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom.Bulk;

/// <summary>The desk's form for many articles, as a browser sends it.</summary>
internal static class BulkDoor
{
    public static Task<Answer> BulkAsync(this StaffBrowser browser, BulkAction what, IEnumerable<long> ids, params IEnumerable<(string Name, string Value)> fields) =>
        browser.BulkAsync([("What", what.ToString()), .. ids.Select(id => ("Ids", $"{id}")), .. fields]);

    public static async Task<Answer> BulkAsync(this StaffBrowser browser, IEnumerable<(string Name, string Value)> fields, string pile = "Open") =>
        await browser.PostAsync($"/admin?handler=Bulk&pile={pile}", [await browser.TokenAsync(), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);

    /// <summary>Does it, and reads what the desk then says.</summary>
    public static async Task<Answer> DoneAsync(this StaffBrowser browser, BulkAction what, IEnumerable<long> ids, params IEnumerable<(string Name, string Value)> fields)
    {
        var answer = await browser.BulkAsync(what, ids, fields);
        Assert.True((int)answer.Status is 302, $"{answer.Status} {answer.Errors}");
        return await browser.GetAsync(answer.Location!);
    }

    /// <summary>Undoes what the desk says was done, and reads what it then says.</summary>
    public static async Task<Answer> UndoneAsync(this StaffBrowser browser, Answer said)
    {
        var answer = await browser.SubmitAsync(said, "/admin", new Dictionary<string, string>(), "Undo");
        return answer.Location is null ? answer : await browser.GetAsync(answer.Location);
    }

    public static async Task<Answer> UndoAsync(this StaffBrowser browser, string id) =>
        await browser.PostAsync("/admin?handler=Undo", [await browser.TokenAsync(), KeyValuePair.Create("id", id)]);

    /// <summary>What the desk says came of it.</summary>
    public static string Said(this Answer desk) => Words(desk.Page.QuerySelector(".bulk-note")?.TextContent ?? "");

    public static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<KeyValuePair<string, string>> TokenAsync(this StaffBrowser browser) =>
        KeyValuePair.Create("__RequestVerificationToken", (await browser.GetAsync("/account/security")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
}
