using NewsSite.Domain.Staff;

namespace NewsSite.Tests.Domain;

public sealed class StaffMemberTests
{
    [Theory]
    [InlineData(StaffRole.Contributor, 1, false)]
    [InlineData(StaffRole.Author, 1, false)]
    [InlineData(StaffRole.Editor, 1, true)]
    [InlineData(StaffRole.Editor, 2, false)]
    [InlineData(StaffRole.Administrator, 2, true)]
    public void Sections_are_edited_by_the_editors_assigned_to_them_and_by_administrators(StaffRole role, long section, bool edits) =>
        Assert.Equal(edits, new StaffMember(7, "Leo Marchetti", role, [1], null).Edits(section));
}
