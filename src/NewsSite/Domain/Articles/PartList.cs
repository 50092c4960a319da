using System.Globalization;
using System.Text;

namespace NewsSite.Domain.Articles;

/// <summary>Numbers of parts as short text: <c>3,7-40</c>.</summary>
public static class PartList
{
    public static string Write(IReadOnlyList<int> numbers)
    {
        var text = new StringBuilder();
        for (var at = 0; at < numbers.Count;)
        {
            var end = at;
            while (end + 1 < numbers.Count && numbers[end + 1] == numbers[end] + 1) end++;
            if (text.Length > 0) text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $"{numbers[at]}");
            if (end > at) text.Append(CultureInfo.InvariantCulture, $"-{numbers[end]}");
            at = end + 1;
        }

        return text.ToString();
    }

    public static IEnumerable<int> Read(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries).SelectMany(range =>
    {
        var ends = range.Split('-');
        var first = int.Parse(ends[0], CultureInfo.InvariantCulture);
        return Enumerable.Range(first, int.Parse(ends[^1], CultureInfo.InvariantCulture) - first + 1);
    });
}
