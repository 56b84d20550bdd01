namespace Plans.Ingest.Layout.Pages;

/// <summary>Cleans the drawn lines of a page: pieces become whole lines again, and lines that meet are gathered.</summary>
internal static class Rulings
{
    /// <summary>How far apart two lines may be and still be one, and how far lines may miss each other and still meet, in points.</summary>
    public const double Tolerance = 3;

    private const double Shortest = 5;
    private const double WidestGap = 3;

    /// <summary>Whole lines, of pieces drawn one after the other or twice.</summary>
    public static IReadOnlyList<Ruling> Whole(IEnumerable<Ruling> pieces)
    {
        var whole = new List<Ruling>();
        foreach (var direction in pieces.GroupBy(piece => piece.IsHorizontal))
        {
            foreach (var place in Clusters(direction.OrderBy(piece => piece.At).ToList()))
            {
                var at = place.Average(piece => piece.At);
                var (from, to) = (double.NaN, double.NaN);
                foreach (var piece in place.OrderBy(piece => piece.From))
                {
                    if (piece.From <= to + WidestGap)
                    {
                        to = Math.Max(to, piece.To);
                        continue;
                    }

                    Add(direction.Key, at, from, to);
                    (from, to) = (piece.From, piece.To);
                }

                Add(direction.Key, at, from, to);
            }
        }

        return whole;

        void Add(bool isHorizontal, double at, double from, double to)
        {
            if (to - from >= Shortest)
            {
                whole.Add(new Ruling(isHorizontal, at, from, to));
            }
        }
    }

    /// <summary>Groups of lines that are connected by crossings.</summary>
    public static IReadOnlyList<IReadOnlyList<Ruling>> Connected(IReadOnlyList<Ruling> rulings)
    {
        var group = Enumerable.Range(0, rulings.Count).ToArray();
        for (var i = 0; i < rulings.Count; i++)
        {
            for (var j = i + 1; j < rulings.Count; j++)
            {
                if (rulings[i].IsHorizontal != rulings[j].IsHorizontal && Meet(rulings[i], rulings[j]))
                {
                    group[Root(i)] = Root(j);
                }
            }
        }

        return Enumerable.Range(0, rulings.Count).GroupBy(Root).Select(members => (IReadOnlyList<Ruling>)members.Select(i => rulings[i]).ToList()).ToList();

        int Root(int i)
        {
            while (group[i] != i)
            {
                i = group[i] = group[group[i]];
            }

            return i;
        }
    }

    /// <summary>Places closer together than the tolerance become one, their mean.</summary>
    public static List<double> Distinct(IEnumerable<double> places)
    {
        var distinct = new List<double>();
        var cluster = new List<double>();
        foreach (var place in places.Order())
        {
            if (cluster.Count > 0 && place - cluster[^1] > Tolerance)
            {
                distinct.Add(cluster.Average());
                cluster.Clear();
            }

            cluster.Add(place);
        }

        if (cluster.Count > 0)
        {
            distinct.Add(cluster.Average());
        }

        return distinct;
    }

    private static bool Meet(Ruling one, Ruling other) =>
        one.At >= other.From - Tolerance && one.At <= other.To + Tolerance && other.At >= one.From - Tolerance && other.At <= one.To + Tolerance;

    private static IEnumerable<List<Ruling>> Clusters(List<Ruling> sorted)
    {
        var cluster = new List<Ruling>();
        foreach (var piece in sorted)
        {
            if (cluster.Count > 0 && piece.At - cluster[0].At > Tolerance / 2)
            {
                yield return cluster;
                cluster = [];
            }

            cluster.Add(piece);
        }

        if (cluster.Count > 0)
        {
            yield return cluster;
        }
    }
}
