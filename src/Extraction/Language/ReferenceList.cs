using System.Globalization;

namespace Plans.Extraction.Language;

/// <summary>The numbers of one reference while it is read: ranges and exceptions are expanded against the plan's own numbers.</summary>
internal sealed class ReferenceList(IReadOnlyList<string> known)
{
    private const int LongestRange = 40;
    private const string Letters = "abcdđeghiklmnopq";

    private readonly List<string> _numbers = [];

    /// <summary>How many numbers the element read last stands for.</summary>
    private int _last;

    public IReadOnlyList<string> Known => known;

    public IReadOnlyList<string> All => _numbers;

    public bool IsEmpty => _numbers.Count == 0;

    /// <summary>More than a lone whole number.</summary>
    public bool IsListed => _numbers.Count > 1 || _numbers.Any(n => n.Contains('.'));

    public bool EndsInLetter => _numbers.Count > 0 && _numbers[^1].Length == 1 && char.IsLower(_numbers[^1][0]);

    public void Add(string number)
    {
        _numbers.Add(number);
        _last = 1;
    }

    /// <summary>"2.1 - 2.3", "a đến d", "1.2 đến 2.1": both ends and what lies between.</summary>
    public void RangeTo(string last)
    {
        var first = _numbers[^1];
        _numbers.RemoveAt(_numbers.Count - 1);
        var range = Range(first, last);
        _numbers.AddRange(range);
        _last = range.Count;
    }

    /// <summary>"5 (trừ 5.4)" is every item of 5 but that; "2.1 đến 2.6 (trừ 2.4)" the range without it; "III.1 đến III.5 (trừ 3)" by its last part too.</summary>
    public void Remove(IReadOnlyList<string> numbers)
    {
        var from = numbers.All(n => _numbers.Take(_numbers.Count - _last).Any(m => IsWithin(n, m))) ? 0 : _numbers.Count - _last;
        var kept = new List<string>();
        foreach (var number in _numbers.Skip(from))
        {
            var inside = numbers.Any(n => n != number && IsWithin(n, number));
            kept.AddRange((inside && Children(number) is { Count: > 0 } children ? children : [number]).Where(n => !numbers.Any(x => x == n || n.EndsWith("." + x, StringComparison.Ordinal) && !x.Contains('.'))));
        }

        _numbers.RemoveRange(from, _numbers.Count - from);
        _numbers.AddRange(kept);
        _last = kept.Count;
    }

    /// <summary>"1 (1.1, 1.2)": the items in brackets stand for the number; "2 (a, b)" are 2.a and 2.b.</summary>
    public void ReplaceLast(IReadOnlyList<string> items)
    {
        var number = _numbers[^1];
        _numbers.RemoveAt(_numbers.Count - 1);
        _numbers.AddRange(items.Select(i => i.Length == 1 && char.IsLetter(i[0]) ? number + "." + i : i));
        _last = items.Count;
    }

    /// <summary>"điểm a, b khoản 2": 2.a and 2.b.</summary>
    public void Under(string number)
    {
        for (var i = 0; i < _numbers.Count; i++)
        {
            _numbers[i] = _numbers[i].Length == 1 && char.IsLetter(_numbers[i][0]) ? number + "." + _numbers[i] : _numbers[i];
        }
    }

    private List<string> Children(string parent) => [.. known.Where(n => n.StartsWith(parent + ".", StringComparison.Ordinal) && !n[(parent.Length + 1)..].Contains('.')).Distinct()];

    private static bool IsWithin(string number, string parent) => number == parent || number.StartsWith(parent + ".", StringComparison.Ordinal);

    private List<string> Range(string first, string last)
    {
        var prefix = first[..(first.LastIndexOf('.') + 1)];
        var (from, to) = (first[prefix.Length..], last.StartsWith(prefix, StringComparison.Ordinal) ? last[prefix.Length..] : last);
        if (Ordinal(from) is { } a && Ordinal(to) is { } b && a.Style == b.Style && b.Value > a.Value && b.Value - a.Value < LongestRange)
        {
            return [.. Enumerable.Range(a.Value, b.Value - a.Value + 1).Select(i => prefix + Text(a.Style, i))];
        }

        var depth = first.Count(c => c == '.');
        var (start, end) = (IndexOf(first), IndexOf(last));
        return start >= 0 && end > start
            ? [.. known.Skip(start).Take(end - start + 1).Where(n => n.Count(c => c == '.') == depth)]
            : [first, last];
    }

    private int IndexOf(string number)
    {
        for (var i = 0; i < known.Count; i++)
        {
            if (known[i] == number)
            {
                return i;
            }
        }

        return -1;
    }

    private static (char Style, int Value)? Ordinal(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? ('1', number)
        : Sections.Numbering.FromRoman(part) is > 0 and var roman ? ('I', roman)
        : part.Length == 1 && Letters.IndexOf(part[0]) is >= 0 and var letter ? ('a', letter) : null;

    private static string Text(char style, int value) => style switch
    {
        '1' => value.ToString(CultureInfo.InvariantCulture),
        'I' => Sections.Numbering.ToRoman(value),
        _ => Letters[value].ToString(),
    };
}
