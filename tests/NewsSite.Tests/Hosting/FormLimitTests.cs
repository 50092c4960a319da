using System.Net;
using System.Net.Http.Headers;
using System.Text;
using NewsSite.Hosting.Limits;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Hosting;

/// <summary>Forms that are wrong in themselves, whatever their size: the answer says so, and not that they are forged.</summary>
public sealed class FormLimitTests(FormLimitTests.Site site) : IClassFixture<FormLimitTests.Site>
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Parts = "multipart/form-data; boundary=x";

    public static TheoryData<string, string, string, HttpStatusCode> Forms => new()
    {
        { "as many fields as may be", Form, Fields(ServerLimits.FormFields), HttpStatusCode.BadRequest }, // read, and then refused: no token
        { "one field more", Form, Fields(ServerLimits.FormFields + 1), HttpStatusCode.RequestEntityTooLarge },
        { "10,000 fields of one name", Form, string.Join('&', Enumerable.Repeat("form.Email=a", 10_000)), HttpStatusCode.RequestEntityTooLarge },
        { "a long name", Form, new string('k', ServerLimits.FieldNameBytes + 1) + "=v", HttpStatusCode.RequestEntityTooLarge },
        { "many parts", Parts, string.Concat(Enumerable.Range(0, 600).Select(i => Part($"name=k{i}"))) + "--x--", HttpStatusCode.RequestEntityTooLarge },
        { "many files", Parts, string.Concat(Enumerable.Range(0, 600).Select(i => Part($"name=k{i}; filename=a.txt"))) + "--x--", HttpStatusCode.RequestEntityTooLarge },
        { "a part with long headers", Parts, Part("name=k; filename=" + new string('a', 5_000)) + "--x--", HttpStatusCode.RequestEntityTooLarge },
        { "parts that do not end", Parts, Part("name=k")[..^4], HttpStatusCode.BadRequest },
        { "parts without a boundary", "multipart/form-data", "--x--", HttpStatusCode.BadRequest },
        { "an unknown character set", Form + "; charset=nothing", "a=b", HttpStatusCode.BadRequest },
        { "no form", "application/json", "{", HttpStatusCode.BadRequest },
        { "bytes that are no text", Form, "form.Email=%ff%fe%00&%=%&===", HttpStatusCode.BadRequest },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_is_answered_for_what_is_wrong_with_it(string what, string type, string body, HttpStatusCode status)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var answer = await site.App.Client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.True(status == answer.StatusCode, $"{what}: {answer.StatusCode}");
        Assert.Contains("The Test Courier", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("form.Work.Sections", 400)]
    [InlineData("form.Work.Sections[{0}]", 400)]
    [InlineData("form.Work.Role", 400)]
    public async Task A_long_list_of_ids_is_an_answer_and_no_error(string field, int count)
    {
        using var browser = await site.App.BrowserOfAsync(StaffRoom.Admin);
        var token = (await browser.GetAsync("/admin/people")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = Enumerable.Range(0, count).Select(i => KeyValuePair.Create(string.Format(null, field, i), $"{i}"));

        var answer = await browser.PostAsync("/admin/people?handler=Invite", fields.Append(new("__RequestVerificationToken", token)).Append(new("form.Name", "")));

        Assert.InRange((int)answer.Status, 200, 422);
    }

    private static string Fields(int count) => string.Join('&', Enumerable.Range(0, count).Select(i => $"k{i}=v"));

    private static string Part(string disposition) => $"--x\r\nContent-Disposition: form-data; {disposition}\r\n\r\nv\r\n";

    public sealed class Site : IAsyncLifetime
    {
        public NewsApp App { get; } = new();

        public async ValueTask InitializeAsync() => await App.HireAsync(StaffRoom.Admin, NewsSite.Domain.Staff.StaffRole.Administrator);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
