namespace NewsSite.Summaries.Features;

/// <summary>
/// Logarithm and exponential from the four basic operations only. The platform's own differ in the last digit
/// between machines, and a digit can decide between two sentences.
/// </summary>
internal static class PortableMath
{
    private const double Ln2High = 0.6931471803691238;
    private const double Ln2Low = 1.9082149292705877e-10;

    /// <summary>Natural logarithm of a positive, normal number, to about 1e-15.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln m = 2 artanh((m-1)/(m+1)), where the argument is at most 0.172.
        var t = (mantissa - 1) / (mantissa + 1);
        var square = t * t;
        var sum = 0.0;
        for (var k = 21; k >= 1; k -= 2) sum = (sum * square) + (1.0 / k);
        return (exponent * Ln2High) + ((exponent * Ln2Low) + (2 * t * sum));
    }

    /// <summary>1 / (1 + e^-x).</summary>
    public static double Logistic(double x) => 1 / (1 + Exp(-x));

    private static double Exp(double x)
    {
        x = Math.Clamp(x, -700, 700);
        var power = (int)Math.Round(x / (Ln2High + Ln2Low));
        var rest = x - (power * Ln2High) - (power * Ln2Low);
        var sum = 1.0;
        for (var k = 14; k >= 1; k--) sum = 1 + (rest / k * sum);
        return sum * BitConverter.Int64BitsToDouble((long)(power + 1023) << 52);
    }
}
