using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.Options;
using NewsSite.Data;
using NewsSite.Data.Accounts;
using NewsSite.Hosting;

namespace NewsSite.Features.Accounts;

/// <summary>Staff accounts: who they are, how they sign in, what they may do.</summary>
internal static class AccountsFeature
{
    /// <summary>OWASP's figure for PBKDF2 with HMAC-SHA-512, which Identity uses.</summary>
    private const int PasswordIterations = 210_000;

    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);

    /// <summary>What the command line needs too.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<SmtpOptionsSetup>();
        services.AddSingleton<IConfigureOptions<SmtpOptions>>(p => p.GetRequiredService<SmtpOptionsSetup>());
        services.AddSingleton<IValidateOptions<SmtpOptions>>(p => p.GetRequiredService<SmtpOptionsSetup>());
        services.AddOptions<SmtpOptions>().ValidateOnStart();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = PasswordIterations);
        services.AddIdentityCore<StaffAccount>(Fill).AddPasswordValidator<PasswordRules>().AddEntityFrameworkStores<NewsDbContext>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<StaffDesk>();
        services.AddScoped<StaffDirectory>();
    }

    public static void AddSignIn(this IServiceCollection services)
    {
        AddKeys(services);
        // With one scheme alone, the framework makes it the default, and readers' pages would look at the cookie.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", true);
        services.AddAuthentication().AddCookie(Policies.Scheme);
        services.AddAuthorization(Policies.Fill);
        services.AddOptions<CookieAuthenticationOptions>(Policies.Scheme).Configure<StaffCookies>(Fill);
        services.AddOptions<CookiePolicyOptions>().Configure<StaffCookies>(Fill);
        services.AddOptions<AntiforgeryOptions>().Configure<StaffCookies>(Fill);
        services.AddSingleton<StaffCookies>();
        services.AddSingleton<GuessLimits>();
        services.AddSingleton<SignInState>();
        services.AddSingleton<NobodysPassword>();
        services.AddSingleton<PostRoom>();
        services.AddHostedService(provider => provider.GetRequiredService<PostRoom>());
        services.Configure<RazorViewEngineOptions>(views => views.PageViewLocationFormats.Add("/Features/Accounts/{0}.cshtml")); // the newsroom's frame and form fields
        services.AddScoped<SessionCookieEvents>();
        services.AddScoped<CredentialCheck>();
        services.AddScoped<StaffSessions>();
        services.AddScoped<AccountLog>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<PasswordDesk>();
        services.AddScoped<AuthenticatorDesk>();
        services.AddScoped<PasskeyDesk>();
        services.AddScoped<IPasskeyHandler<StaffAccount>, PasskeyHandler<StaffAccount>>();
        services.AddSingleton<SpentChallenges>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<NewsSiteOptions>>((passkeys, site) => Fill(passkeys, new Uri(site.Value.BaseUrl)));
    }

    /// <summary>Between routing and the pages.</summary>
    public static void UseSignIn(this IApplicationBuilder app)
    {
        app.UseCookiePolicy();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    private static void Fill(IdentityOptions identity)
    {
        identity.User.RequireUniqueEmail = true;
        identity.User.AllowedUserNameCharacters = ""; // the user name is the e-mail, and that may hold any letter
        identity.Password = new PasswordOptions
        {
            RequiredLength = PasswordRules.MinLength,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
    }

    private static void Fill(IdentityPasskeyOptions passkeys, Uri address)
    {
        passkeys.UserVerificationRequirement = "required"; // it stands for both factors
        passkeys.ResidentKeyRequirement = "required"; // it is found without an e-mail
        if (address.IsLoopback) return; // a first try may answer on any port

        passkeys.ServerDomain = address.Host;
        passkeys.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == address.GetLeftPart(UriPartial.Authority));
    }

    private static void Fill(CookieAuthenticationOptions options, StaffCookies cookies)
    {
        options.Cookie.Name = cookies.NameOf(StaffCookies.Session);
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = LongestPause;
        options.SlidingExpiration = true;
        options.EventsType = typeof(SessionCookieEvents);
    }

    // Lax: a strict cookie would be replaced, and with it every open form spoiled, whenever somebody comes in by a link from elsewhere.
    private static void Fill(AntiforgeryOptions forgery, StaffCookies cookies)
    {
        forgery.Cookie.Name = cookies.NameOf("form");
        forgery.Cookie.SameSite = SameSiteMode.Lax;
    }

    private static void Fill(CookiePolicyOptions policy, StaffCookies cookies)
    {
        policy.HttpOnly = HttpOnlyPolicy.Always;
        policy.OnAppendCookie = append => append.CookieOptions.Secure = cookies.MustBeSecure(append.Context.Request);
        policy.OnDeleteCookie = delete => delete.CookieOptions.Secure = cookies.MustBeSecure(delete.Context.Request);
    }

    // In the data folder, so that a restart signs nobody out, and beside the database, so that a copy of one is not a copy of both.
    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("NewsSite");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<NewsSiteOptions>, ILoggerFactory>((keys, site, logs) =>
        {
            var folder = site.Value.KeyFolder;
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder), logs);
        });
    }
}
