using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using NewsSite.Data;
using NewsSite.Data.Accounts;

namespace NewsSite.Features.Accounts;

/// <summary>Lets people in and out.</summary>
public sealed class SignInDesk(NewsDbContext db, CredentialCheck check, StaffSessions sessions, SignInState state, AccountLog log)
{
    public async Task<SignInOutcome> ByPasswordAsync(HttpContext context, string email, string password)
    {
        if (state.Limits.Try(context, email) is { } wait) return SignInOutcome.Later(wait);
        if (await check.FindAsync(email, password) is not { } account)
        {
            await log.RefusedAsync(context, email);
            return SignInOutcome.Refused;
        }

        if (account.SealedTimeKey is null) return await EnterAsync(context, account);
        state.Expect(context, account);
        return SignInOutcome.SecondFactor;
    }

    /// <summary>The second step: <paramref name="proves"/> says whether what was typed proves the second factor of the account with this id.</summary>
    public async Task<SignInOutcome> BySecondFactorAsync(HttpContext context, Func<long, Task<bool>> proves)
    {
        if (await PendingAsync(context) is not { } account) return SignInOutcome.Gone;
        if (state.Limits.Try(context, account.Email!) is { } wait) return SignInOutcome.Later(wait);

        // The code is used up and lets in, or neither.
        await using var transaction = await db.Database.BeginTransactionAsync(context.RequestAborted);
        var outcome = await proves(account.Id) ? await EnterAsync(context, account) : SignInOutcome.Refused;
        if (outcome.Step is SignInStep.Refused) await log.RefusedAsync(context, account);
        await transaction.CommitAsync(context.RequestAborted);
        return outcome;
    }

    public async Task<bool> IsPendingAsync(HttpContext context) => await PendingAsync(context) is not null;

    /// <summary>Starts a session for somebody whose right to it has been proven.</summary>
    public async Task<SignInOutcome> EnterAsync(HttpContext context, long accountId) =>
        await db.Users.FindAsync([accountId], context.RequestAborted) is { } account ? await EnterAsync(context, account) : SignInOutcome.Refused;

    public async Task LeaveAsync(HttpContext context)
    {
        if (context.User.SessionToken() is { } token) await sessions.EndAsync(token, context.RequestAborted);
        await context.SignOutAsync(Policies.Scheme);
    }

    private async Task<SignInOutcome> EnterAsync(HttpContext context, StaffAccount account)
    {
        if (account.IsDisabled) return SignInOutcome.Refused;

        var device = DeviceName.Of(context.Request.Headers.UserAgent.ToString());
        var former = (await context.AuthenticateAsync(Policies.Scheme)).Principal?.SessionToken();
        log.Entering(account, device);
        var token = await sessions.StartAsync(account, device, former, context.RequestAborted);
        await context.SignInAsync(Policies.Scheme, StaffClaims.Ticket(token), new AuthenticationProperties { IsPersistent = true });
        state.Enter(context, account.Email!);
        return SignInOutcome.Entered;
    }

    // Whatever changes the password in the meantime also ends this step.
    private async Task<StaffAccount?> PendingAsync(HttpContext context) =>
        state.Expected(context) is { } pending && await db.Users.FindAsync([pending.AccountId], context.RequestAborted) is { IsDisabled: false } account
        && account.SecurityStamp == pending.Stamp ? account : null;
}

/// <summary>What a browser carries between the steps of a sign-in.</summary>
public sealed class SignInState(StaffCookies cookies, GuessLimits limits)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public GuessLimits Limits => limits;

    public void Expect(HttpContext context, StaffAccount account) =>
        cookies.Put(context, StaffCookies.Pending, string.Create(CultureInfo.InvariantCulture, $"{account.Id} {account.SecurityStamp}"), Patience);

    public (long AccountId, string Stamp)? Expected(HttpContext context) =>
        cookies.Read(context, StaffCookies.Pending)?.Split(' ') is [var id, var stamp] ? (long.Parse(id, CultureInfo.InvariantCulture), stamp) : null;

    public void Enter(HttpContext context, string email)
    {
        cookies.Remove(context, StaffCookies.Pending);
        limits.Remember(context, email);
    }
}

/// <param name="RetryAfter">Set when there were too many tries.</param>
public sealed record SignInOutcome(SignInStep Step, TimeSpan? RetryAfter = null)
{
    public static readonly SignInOutcome Entered = new(SignInStep.Entered);
    public static readonly SignInOutcome SecondFactor = new(SignInStep.SecondFactor);
    public static readonly SignInOutcome Refused = new(SignInStep.Refused);
    public static readonly SignInOutcome Gone = new(SignInStep.Gone);

    public static SignInOutcome Later(TimeSpan wait) => new(SignInStep.Later, wait);
}

public enum SignInStep
{
    Entered,

    /// <summary>The password was right; a code must follow.</summary>
    SecondFactor,
    Refused,

    /// <summary>The first step is too long ago: begin again.</summary>
    Gone,
    Later,
}
