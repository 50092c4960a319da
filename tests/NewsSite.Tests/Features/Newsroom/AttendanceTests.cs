using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom;

/// <summary>Who has an article open.</summary>
public sealed class AttendanceTests : IDisposable
{
    private readonly NewsApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Many_tabs_of_one_person_may_say_at_once_that_they_are_there()
    {
        var (eva, leo) = (await app.MemberAsync("Eva", StaffRole.Administrator), await app.MemberAsync("Leo", StaffRole.Administrator));
        for (var round = 0; round < 5; round++)
        {
            var id = (await app.TypeAsync(eva, NewsDesk.Sheet($"Round {round}"))).Id!.Value;

            var seen = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SeeAsync(id, eva), Ct)));

            Assert.All(seen, others => Assert.Empty(others!));
            Assert.Equal(["Eva"], await SeeAsync(id, leo));
        }
    }

    private Task<IReadOnlyList<string>?> SeeAsync(long id, StaffMember member) =>
        app.InScopeAsync(services => services.GetRequiredService<Attendance>().SeeAsync(id, member, Ct));
}
