namespace Plans.Store.Search.Blocks;

/// <summary>The conditions of a question on extracted values, asked of facts in memory. They mean what <see cref="FieldFilters"/> writes as SQL.</summary>
internal sealed class FactFilters
{
    /// <summary>What a condition leaves of hits of a block.</summary>
    private delegate ulong[] Condition(PassageFacts facts, ulong[] hits);

    private readonly List<Condition> conditions = [];

    private FactFilters()
    {
    }

    public bool AreOpen => conditions.Count == 0;

    public static FactFilters Of(SearchRequest request, SearchQuery query)
    {
        var filters = new FactFilters();
        if (!string.IsNullOrWhiteSpace(request.Province))
        {
            filters.conditions.Add(Province(request.Province));
        }

        if (request.Year is { } year)
        {
            filters.conditions.Add(OfSpan((from, to) => from <= year && year <= to && from > 0));
        }

        if (request.AfterPlan is { } after)
        {
            filters.conditions.Add(OfPlan(plan => plan.Id > after));
        }

        if (request.Kinds.Count > 0)
        {
            filters.conditions.Add(OfKind(request.Kinds.Contains));
        }

        if (!string.IsNullOrWhiteSpace(request.Agency))
        {
            filters.conditions.Add(Agency(request.Agency));
        }

        foreach (var group in query.Fields.GroupBy(field => (field.Field, field.Comparison, field.Excluded)))
        {
            var any = group.Select(Of).ToList();
            filters.conditions.Add((facts, hits) =>
            {
                var held = any.Select(condition => condition(facts, hits)).Aggregate(Bits.Or);
                return group.Key.Excluded ? Bits.Without(hits, held) : held;
            });
        }

        return filters;
    }

    /// <param name="facts">Of the block.</param>
    /// <param name="hits">Of the block.</param>
    public ulong[] Leave(PassageFacts facts, ulong[] hits) => conditions.Aggregate(hits, (left, condition) => condition(facts, left));

    private static Condition Of(FieldCondition field) => field.Field switch
    {
        QueryField.Province => Province(field.Value),
        QueryField.Number => OfPlan(plan => plan.NumberKey == DocumentNumber.Key(field.Value)),
        QueryField.Type => OfPlan(plan => plan.Type is not null && Folding.Key(plan.Type) == Folding.Key(field.Value)),
        QueryField.Issuer => OfPlan(plan => plan.Issuer is not null && HasWords(Folding.Key(plan.Issuer), Folding.Key(field.Value))),
        QueryField.Date => OfPlan(plan => Date(plan.Date, field)),
        QueryField.Year => Year(field),
        QueryField.Agency => Agency(field.Value),
        QueryField.Lead => Role(field.Value, facts => facts.Leads),
        QueryField.Support => Role(field.Value, facts => facts.Supports),
        QueryField.Kind => OfKind(kind => kind.ToString().Equals(field.Value, StringComparison.OrdinalIgnoreCase)),
        QueryField.Section => OfText(facts => facts.SectionKind, text => text == field.Value),
        QueryField.Value => OfEach(facts => i => Number(facts.Value[i], (double)field.Number!.Value, field.Comparison)),
        QueryField.Unit => OfText(facts => facts.Unit, text => text.Trim().ToLowerInvariant() == field.Value),
        QueryField.Review when field.Value == "rejected" => OfEach(facts => i => facts.KindOf(i) == HitKind.Plan && facts.PlanOf(i).HasRejected),
        QueryField.Review => OfText(facts => facts.Review, text => text == field.Value),
        QueryField.Deadline => OfText(facts => facts.Due, text => Date(text, field)),
        _ => OfPlan(plan => plan.Findings.Contains(field.Value)),
    };

    private static Condition Province(string name)
    {
        var key = ProvinceName.Key(name);
        return OfPlan(plan => plan.ProvinceKey == key);
    }

    /// <summary>A plan is asked once, not for each of its passages.</summary>
    private static Condition OfPlan(Func<PlanFacts, bool> holds) => (facts, hits) =>
    {
        var plans = Array.ConvertAll(facts.Plans, plan => holds(plan));
        var left = Bits.None(facts.Count);
        foreach (var (plan, from, to) in facts.PlanRuns)
        {
            if (plans[plan])
            {
                Bits.AddRun(left, hits, from, to);
            }
        }

        return left;
    };

    private static Condition OfText(Func<PassageFacts, int[]> column, Func<string, bool> holds) => (facts, hits) =>
        OfNumber(hits, facts.Count, column(facts), Array.ConvertAll(facts.Texts, text => text.Length > 0 && holds(text)));

    private static Condition OfSpan(Func<short, short, bool> holds) => (facts, hits) =>
        OfNumber(hits, facts.Count, facts.Span, [.. facts.Spans.Select(span => holds(span.From, span.To))]);

    /// <summary>The hits whose number in a column is one that holds.</summary>
    private static ulong[] OfNumber(ulong[] hits, int places, int[] column, bool[] holds)
    {
        var left = Bits.None(places);
        foreach (var place in Bits.Up(hits))
        {
            if (holds[column[place]])
            {
                Bits.Add(left, place);
            }
        }

        return left;
    }

    private static Condition OfKind(Func<HitKind, bool> holds) => OfEach(facts => i => holds(facts.KindOf(i)));

    private static Condition OfEach(Func<PassageFacts, Func<int, bool>> condition) => (facts, hits) =>
    {
        var (holds, left) = (condition(facts), Bits.None(facts.Count));
        foreach (var place in Bits.Up(hits))
        {
            if (holds(place))
            {
                Bits.Add(left, place);
            }
        }

        return left;
    };

    private static Condition Agency(string words) => OfList(facts => facts.Agencies, facts => facts.Texts, words);

    private static Condition Role(string words, Func<PassageFacts, PassageFacts.Lists> role) => OfList(role, facts => facts.Keys, words);

    private static Condition OfList(Func<PassageFacts, PassageFacts.Lists> column, Func<PassageFacts, string[]> keys, string words)
    {
        var key = Folding.Key(words);
        return OfEach(facts =>
        {
            var (lists, names, known) = (column(facts), keys(facts), new bool?[facts.Texts.Length]);
            return i =>
            {
                foreach (var text in lists[i])
                {
                    if (known[text] ??= HasWords(names[text], key))
                    {
                        return true;
                    }
                }

                return false;
            };
        });
    }

    private static bool HasWords(string key, string words) => $" {key} ".Contains($" {words} ", StringComparison.Ordinal);

    private static Condition Year(FieldCondition field)
    {
        var year = (int)field.Number!.Value;
        return field.Comparison == Comparison.Is
            ? OfSpan((from, to) => from > 0 && from <= year && year <= to)
            : OfSpan((_, to) => to > 0 && Number(to, year, field.Comparison));
    }

    private static bool Number(double value, double than, Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => value >= than,
        Comparison.MoreThan => value > than,
        Comparison.AtMost => value <= than,
        Comparison.LessThan => value < than,
        _ => value == than,
    };

    /// <summary>Shortened dates: 2025 is any day of 2025, and at most 2025 its last.</summary>
    private static bool Date(string? date, FieldCondition field) => date is not null && field.Comparison switch
    {
        Comparison.Is => date.StartsWith(field.Value, StringComparison.Ordinal),
        Comparison.AtLeast => string.CompareOrdinal(date, field.Value) >= 0,
        Comparison.MoreThan => string.CompareOrdinal(date, field.Value + "~") > 0,
        Comparison.AtMost => string.CompareOrdinal(date, field.Value + "~") <= 0 && date.Length >= 4 && date[0] < 'A',
        _ => string.CompareOrdinal(date, field.Value) < 0,
    };
}
