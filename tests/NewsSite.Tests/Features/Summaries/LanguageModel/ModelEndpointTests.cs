using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsSite.Features.Summaries.LanguageModel;

namespace NewsSite.Tests.Features.Summaries.LanguageModel;

/// <summary>Whatever the endpoint does, the picked sentences stay, in time and without noise.</summary>
public sealed class ModelEndpointTests : IAsyncLifetime
{
    private ModelServer server = null!;

    public static TheoryData<LanguageModelKind> Kinds => [.. Enum.GetValues<LanguageModelKind>()];

    private static readonly string Rant = $$$"""{"error":{"message":"Incorrect API key provided: {{{ModelBench.Key}}}. The harbour board","type":"invalid_request_error"}}""";

    public async ValueTask InitializeAsync() => server = await ModelServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(LanguageModelKind.OpenAI, 500, false, 2)]
    [InlineData(LanguageModelKind.OpenAI, 503, true, 1)]
    [InlineData(LanguageModelKind.OpenAI, 429, true, 1)]
    [InlineData(LanguageModelKind.OpenAI, 429, false, 1)]
    [InlineData(LanguageModelKind.OpenAI, 401, false, 1)]
    [InlineData(LanguageModelKind.OpenAI, 404, false, 1)]
    [InlineData(LanguageModelKind.OpenAI, 204, false, 1)]
    [InlineData(LanguageModelKind.Ollama, 500, false, 2)]
    [InlineData(LanguageModelKind.Ollama, 503, true, 1)]
    [InlineData(LanguageModelKind.Ollama, 429, true, 1)]
    [InlineData(LanguageModelKind.Ollama, 401, false, 1)]
    [InlineData(LanguageModelKind.Ollama, 404, false, 1)]
    public async Task A_refusal_is_named_by_its_status_and_asked_again_only_where_that_may_help(LanguageModelKind kind, int status, bool retryAfter, int attempts)
    {
        server.Answer = async http =>
        {
            if (retryAfter) http.Response.Headers.RetryAfter = "3600";
            if (status == 204) http.Response.StatusCode = status;
            else await ModelServer.RawAsync(http, Rant, "application/json", status);
        };

        await FallsBackAsync(kind, NoDraftReason.Refused, attempts, status);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_second_attempt_that_goes_well_is_as_good_as_a_first(LanguageModelKind kind)
    {
        var first = true;
        server.Answer = http =>
        {
            if (!first) return ModelServer.JsonAsync(http, kind is LanguageModelKind.OpenAI ? ModelServer.OpenAI(ModelBench.Good) : ModelServer.Ollama(ModelBench.Good));

            first = false;
            return ModelServer.RawAsync(http, Rant, "application/json", 502);
        };
        await using var bench = new ModelBench(server.Address, kind);

        Assert.NotNull((await bench.AskAsync()).Draft);
        Assert.Equal(2, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => request.Body).Distinct());
    }

    [Theory]
    [InlineData(LanguageModelKind.OpenAI, false)]
    [InlineData(LanguageModelKind.OpenAI, true)]
    [InlineData(LanguageModelKind.Ollama, false)]
    [InlineData(LanguageModelKind.Ollama, true)]
    public async Task A_silent_endpoint_is_left_when_the_time_is_up(LanguageModelKind kind, bool halfway)
    {
        var reached = new TaskCompletionSource();
        server.Answer = async http =>
        {
            http.Response.ContentType = "application/json";
            if (halfway) await http.Response.WriteAsync("""{"choices":[""", http.RequestAborted);
            if (halfway) await http.Response.Body.FlushAsync(http.RequestAborted);
            reached.SetResult();
            await ModelServer.HangAsync(http);
        };
        await using var bench = new ModelBench(server.Address, kind);

        var asking = bench.AskAsync();
        await reached.Task;
        bench.Clock.Advance(ModelBench.Patience - TimeSpan.FromMilliseconds(1));
        Assert.False(asking.IsCompleted);
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(NoDraftReason.TimedOut, (await asking).Why?.Reason);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_real_clock_ends_the_wait_too()
    {
        server.Answer = ModelServer.HangAsync;
        await using var bench = new ModelBench(server.Address, LanguageModelKind.OpenAI, clock: TimeProvider.System);
        bench.Options.Timeout = TimeSpan.FromMilliseconds(200);

        Assert.Equal(NoDraftReason.TimedOut, (await bench.AskAsync()).Why?.Reason);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_answer_that_breaks_off_is_asked_for_once_more(LanguageModelKind kind)
    {
        server.Answer = async http =>
        {
            (http.Response.ContentType, http.Response.ContentLength) = ("application/json", 5000);
            await http.Response.WriteAsync("""{"model":"test","choices":[{"message":{"content":"The harbour board""", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            http.Abort();
        };

        await FallsBackAsync(kind, NoDraftReason.Unreachable, attempts: 2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_endless_answer_is_read_to_its_limit_only(LanguageModelKind kind)
    {
        server.Answer = async http =>
        {
            http.Response.ContentType = "application/json";
            while (!http.RequestAborted.IsCancellationRequested) await http.Response.WriteAsync(new string(' ', 4096), CancellationToken.None);
        };

        await FallsBackAsync(kind, NoDraftReason.AnswerTooLarge);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_huge_answer_is_not_read(LanguageModelKind kind)
    {
        server.Say(kind, string.Concat(Enumerable.Repeat(ModelBench.Good + " ", 1000)));

        await FallsBackAsync(kind, NoDraftReason.AnswerTooLarge);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_never_followed(int status)
    {
        await using var elsewhere = await ModelServer.StartAsync();
        foreach (var kind in Kinds.Select(row => row.Data))
        {
            server.Answer = http =>
            {
                (http.Response.StatusCode, http.Response.Headers.Location) = (status, new Uri(elsewhere.Address, http.Request.Path.Value).ToString());
                return Task.CompletedTask;
            };
            elsewhere.Say(kind, ModelBench.Good);
            server.Requests.Clear();

            await FallsBackAsync(kind, NoDraftReason.Redirected, status: status);
        }

        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("""{"id":"1","object":"chat.completion","choices":[]}""")]
    [InlineData("""{"choices":[{}]}""")]
    [InlineData("""{"choices":"none"}""")]
    [InlineData("""{"message":"no"}""")]
    [InlineData("""{"message":{"role":7,"content":{"a":1}},"done":"perhaps"}""")]
    [InlineData("""{"model":"test","message":""")]
    [InlineData("""[1,2,3]""")]
    [InlineData("""{}""")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("The harbour board voted.")]
    public async Task Json_of_another_form_is_no_answer(string json)
    {
        server.Answer = http => ModelServer.RawAsync(http, json, "application/json");
        foreach (var kind in Kinds.Select(row => row.Data))
        {
            server.Requests.Clear();
            await FallsBackAsync(kind, null);
        }
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    public async Task Another_content_type_is_not_read(string type)
    {
        server.Answer = http => ModelServer.RawAsync(http, "<html>Please sign in to this café's network</html>", type);
        foreach (var kind in Kinds.Select(row => row.Data))
        {
            server.Requests.Clear();
            await FallsBackAsync(kind, NoDraftReason.Unreadable);
        }
    }

    [Theory]
    [InlineData(LanguageModelKind.OpenAI, null, NoDraftReason.NoAnswer)]
    [InlineData(LanguageModelKind.OpenAI, "", NoDraftReason.NoAnswer)]
    [InlineData(LanguageModelKind.OpenAI, " \n", NoDraftReason.NoAnswer)]
    [InlineData(LanguageModelKind.Ollama, null, NoDraftReason.NoAnswer)]
    [InlineData(LanguageModelKind.Ollama, "", NoDraftReason.NoAnswer)]
    public async Task No_words_are_no_draft(LanguageModelKind kind, string? words, NoDraftReason reason)
    {
        server.Say(kind, words);

        await FallsBackAsync(kind, reason);
    }

    [Theory]
    [InlineData("length")]
    [InlineData("content_filter")]
    public async Task Words_that_the_model_did_not_finish_are_no_draft(string finish)
    {
        server.Answer = http => ModelServer.JsonAsync(http, http.Request.Path == "/api/chat" ? ModelServer.Ollama(ModelBench.Good, finish) : ModelServer.OpenAI(ModelBench.Good, finish));
        foreach (var kind in Kinds.Select(row => row.Data))
        {
            server.Requests.Clear();
            await FallsBackAsync(kind, NoDraftReason.CutOff);
        }
    }

    [Theory]
    [InlineData(LanguageModelKind.OpenAI, """{"id":"1","object":"chat.completion","created":1,"model":"t","choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant","content":"The harbour board voted on Monday to raise the quay.","tool_calls":[{"id":"c","type":"function","function":{"name":"delete_archive","arguments":"{}"}}]}}]}""")]
    [InlineData(LanguageModelKind.Ollama, """{"model":"t","created_at":"2026-11-22T12:00:00Z","done":true,"done_reason":"stop","message":{"role":"assistant","content":"The harbour board voted on Monday to raise the quay.","tool_calls":[{"function":{"name":"delete_archive","arguments":{}}}]}}""")]
    public async Task A_call_of_a_tool_is_no_draft(LanguageModelKind kind, string json)
    {
        server.Answer = http => ModelServer.RawAsync(http, json, "application/json");

        await FallsBackAsync(kind, NoDraftReason.NotWords);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nobody_at_home_is_a_reason_and_no_crash(LanguageModelKind kind)
    {
        var gone = server.Address;
        await server.DisposeAsync();
        await using var bench = new ModelBench(gone, kind);

        Assert.Equal(NoDraftReason.Unreachable, (await bench.AskAsync()).Why?.Reason);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whoever_stops_waiting_gets_an_exception_that_tells_nothing(LanguageModelKind kind)
    {
        using var stop = new CancellationTokenSource();
        server.Answer = async http =>
        {
            await stop.CancelAsync();
            await ModelServer.HangAsync(http);
        };
        await using var bench = new ModelBench(server.Address, kind);

        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Drafter.DraftAsync(ModelBench.Request(), stop.Token));

        bench.AssertSilence(e.ToString());
    }

    private async Task FallsBackAsync(LanguageModelKind kind, NoDraftReason? reason, int attempts = 1, int? status = null)
    {
        await using var bench = new ModelBench(server.Address, kind);

        var outcome = await bench.AskAsync();

        Assert.Null(outcome.Draft);
        Assert.NotNull(outcome.Why);
        if (reason is not null) Assert.Equal(reason, outcome.Why.Reason);
        Assert.Equal(status, outcome.Why.Status);
        Assert.NotEmpty(outcome.Picked!.Summary.Sentences);
        Assert.Equal(attempts, server.Requests.Count);
        var line = Assert.Single(bench.Logged);
        Assert.Contains(outcome.Why.Reason.ToString(), line, StringComparison.Ordinal);
        if (status is { } code) Assert.Contains(code.ToString(CultureInfo.InvariantCulture), line, StringComparison.Ordinal);
    }
}
