using FsCheck.Xunit;
using NewsSite.Summaries.Features;

namespace NewsSite.Summaries.Tests;

public sealed class PortableMathTests
{
    [Property]
    public void Logarithms_of_ratios_agree_with_the_platform(uint a, uint b)
    {
        var x = (1.0 + (a % 100_000)) / (1 + (b % 100_000));
        Assert.Equal(Math.Log(x), PortableMath.Log(x), 13);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.5)]
    [InlineData(-7.25)]
    [InlineData(30)]
    [InlineData(-900)]
    public void The_logistic_function_agrees_with_the_platform(double x) =>
        Assert.Equal(1 / (1 + Math.Exp(-x)), PortableMath.Logistic(x), 14);
}
