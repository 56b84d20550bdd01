using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Plans.Ingest.Building;
using Plans.Ingest.Encodings;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Plans.Ingest.Formats.Docx;

/// <summary>
/// Counts the automatic numbers of a document: call <see cref="Next"/> once for each numbered paragraph, in order.
/// Lists (w:num) that share a definition (w:abstractNum) share its counters, unless one says where to start.
/// </summary>
internal sealed class ListNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, ListDefinition> _lists = [];
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<int> _begun = [];

    public ListNumbering(NumberingDefinitionsPart? part, StyleSheet styles)
    {
        if (part?.Numbering is not { } numbering)
        {
            return;
        }

        var definitions = new Dictionary<int, W.AbstractNum>();
        foreach (var definition in numbering.Elements<W.AbstractNum>())
        {
            if (Values.Of(definition.AbstractNumberId) is { } id)
            {
                definitions.TryAdd(id, definition);
            }
        }

        var instances = numbering.Elements<W.NumberingInstance>().ToList();
        foreach (var instance in instances)
        {
            if (Values.Of(instance.NumberID) is { } id && Values.Of(instance.AbstractNumId?.Val) is { } abstractId
                && definitions.TryGetValue(abstractId, out var definition))
            {
                _lists.TryAdd(id, ListDefinition.Of(abstractId, Linked(definition, definitions, instances, styles), instance));
            }
        }
    }

    /// <summary>The indent in points that the level gives its paragraphs, if any.</summary>
    public double? Indent(int list, int level) =>
        _lists.TryGetValue(list, out var definition) && definition.Levels[Clamp(level)] is { } found
            ? Values.IndentOf(found.PreviousParagraphProperties?.Indentation)
            : null;

    /// <summary>The level of a list that a paragraph style is bound to; 0 if none.</summary>
    public int LevelOfStyle(int list, string? styleId)
    {
        if (styleId is null || !_lists.TryGetValue(list, out var definition))
        {
            return 0;
        }

        return Math.Max(0, Array.FindIndex(definition.Levels, level => level?.ParagraphStyleIdInLevel?.Val?.Value == styleId));
    }

    /// <summary>The number or bullet of the next paragraph of this list and level; null where the list shows none.</summary>
    public string? Next(int list, int level)
    {
        level = Clamp(level);
        if (!_lists.TryGetValue(list, out var definition) || definition.Levels[level] is not { } found)
        {
            return null;
        }

        if (!_counters.TryGetValue(definition.AbstractId, out var counters))
        {
            _counters[definition.AbstractId] = counters = new int?[Levels];
        }

        if (_begun.Add(list))
        {
            for (var i = 0; i < Levels; i++)
            {
                counters[i] = definition.StartOverrides[i] is null ? counters[i] : null;
            }
        }

        counters[level] = counters[level] is { } last ? last + 1 : definition.Start(level);
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            if (definition.Restarts(deeper, after: level))
            {
                counters[deeper] = null;
            }
        }

        var shown = IsBullet(found) ? Bullet(found) : Number(definition, found, counters);
        return shown.Length == 0 ? null : shown;
    }

    private static int Clamp(int level) => Math.Clamp(level, 0, Levels - 1);

    private static bool IsBullet(W.Level level) => Values.Of(level.NumberingFormat?.Val) is W.NumberFormatValues.Bullet;

    private static ListNumberStyle StyleOf(W.Level level) => Values.Of(level.NumberingFormat?.Val) switch
    {
        W.NumberFormatValues.UpperRoman => ListNumberStyle.UpperRoman,
        W.NumberFormatValues.LowerRoman => ListNumberStyle.LowerRoman,
        W.NumberFormatValues.UpperLetter => ListNumberStyle.UpperLetter,
        W.NumberFormatValues.LowerLetter => ListNumberStyle.LowerLetter,
        W.NumberFormatValues.DecimalZero => ListNumberStyle.DecimalZero,
        W.NumberFormatValues.None => ListNumberStyle.None,
        _ => ListNumberStyle.Decimal,
    };

    /// <summary>Bullets are letters of picture fonts: whatever is no plain dash, plus or asterisk becomes a dot.</summary>
    private static string Bullet(W.Level level)
    {
        var sign = CleanText.OneLine(level.LevelText?.Val?.Value ?? "");
        return sign.Length == 0 ? "" : sign is "-" or "–" or "—" or "+" or "*" ? sign : "•";
    }

    private static string Number(ListDefinition definition, W.Level level, int?[] counters)
    {
        var pattern = LegacyFonts.Decode(level.NumberingSymbolRunProperties?.RunFonts?.Ascii?.Value, level.LevelText?.Val?.Value ?? "");
        var legal = level.IsLegalNumberingStyle is { } isLegal && Values.IsOn(isLegal);
        var number = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var part = pattern[++i] - '1';
                var style = definition.Levels[part] is { } other && !legal ? StyleOf(other) : ListNumberStyle.Decimal;
                number.Append(ListNumber.Of(counters[part] ?? definition.Start(part), style));
            }
            else
            {
                number.Append(pattern[i]);
            }
        }

        return CleanText.OneLine(number.ToString());
    }

    /// <summary>A definition may only point to a list style, which points to the real one.</summary>
    private static W.AbstractNum Linked(
        W.AbstractNum definition, Dictionary<int, W.AbstractNum> definitions, List<W.NumberingInstance> instances, StyleSheet styles)
    {
        if (definition.NumberingStyleLink?.Val?.Value is not { } style || styles.ListOf(style) is not { } list)
        {
            return definition;
        }

        var instance = instances.Find(candidate => Values.Of(candidate.NumberID) == list);
        return Values.Of(instance?.AbstractNumId?.Val) is { } id && definitions.TryGetValue(id, out var real) ? real : definition;
    }

    private sealed record ListDefinition(int AbstractId, W.Level?[] Levels, int?[] StartOverrides)
    {
        public static ListDefinition Of(int abstractId, W.AbstractNum definition, W.NumberingInstance instance)
        {
            var levels = new W.Level?[ListNumbering.Levels];
            var starts = new int?[ListNumbering.Levels];
            Put(definition.Elements<W.Level>());
            foreach (var change in instance.Elements<W.LevelOverride>())
            {
                Put(change.Elements<W.Level>());
                if (Values.Of(change.LevelIndex) is { } index and >= 0 and < ListNumbering.Levels)
                {
                    starts[index] = Values.Of(change.StartOverrideNumberingValue?.Val);
                }
            }

            return new ListDefinition(abstractId, levels, starts);

            void Put(IEnumerable<W.Level> found)
            {
                foreach (var level in found)
                {
                    if (Values.Of(level.LevelIndex) is { } index and >= 0 and < ListNumbering.Levels)
                    {
                        levels[index] = level;
                    }
                }
            }
        }

        public int Start(int level) => StartOverrides[level] ?? Values.Of(Levels[level]?.StartNumberingValue?.Val) ?? 1;

        /// <summary>Whether a number on the level <paramref name="after"/> makes a deeper level start anew; w:lvlRestart 0 says never.</summary>
        public bool Restarts(int level, int after) =>
            Values.Of(Levels[level]?.LevelRestart?.Val) is not { } restart || (restart > 0 && after < restart);
    }
}
