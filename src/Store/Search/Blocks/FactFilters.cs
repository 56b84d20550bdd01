namespace Plans.Store.Search.Blocks;

/// <summary>The conditions of a question on extracted values, asked of facts in memory. They mean what <see cref="FieldFilters"/> writes as SQL.</summary>
internal sealed class FactFilters
{
    private readonly List<Func<PassageFacts, Func<int, bool>>> conditions = [];

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
            filters.conditions.Add(facts => i => facts.YearFrom[i] <= year && year <= facts.YearTo[i] && facts.YearFrom[i] > 0);
        }

        if (request.AfterPlan is { } after)
        {
            filters.conditions.Add(OfPlan(plan => plan.Id > after));
        }

        if (request.Kinds.Count > 0)
        {
            filters.conditions.Add(facts => i => request.Kinds.Contains(facts.KindOf(i)));
        }

        if (!string.IsNullOrWhiteSpace(request.Agency))
        {
            filters.conditions.Add(Agency(request.Agency));
        }

        foreach (var group in query.Fields.GroupBy(field => (field.Field, field.Comparison, field.Excluded)))
        {
            var any = group.Select(Condition).ToList();
            filters.conditions.Add(facts =>
            {
                var each = any.Select(condition => condition(facts)).ToArray();
                return i => Array.Exists(each, holds => holds(i)) != group.Key.Excluded;
            });
        }

        return filters;
    }

    /// <param name="facts">Of the block.</param>
    /// <param name="hits">Of the block.</param>
    public ulong[] Leave(PassageFacts facts, ulong[] hits)
    {
        var here = conditions.Select(condition => condition(facts)).ToArray();
        var left = Bits.None(facts.Count);
        foreach (var place in Bits.Up(hits))
        {
            if (Array.TrueForAll(here, holds => holds(place)))
            {
                Bits.Add(left, place);
            }
        }

        return left;
    }

    private static Func<PassageFacts, Func<int, bool>> Condition(FieldCondition field) => field.Field switch
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
        QueryField.Kind => facts => i => facts.KindOf(i).ToString().Equals(field.Value, StringComparison.OrdinalIgnoreCase),
        QueryField.Section => OfText(facts => facts.SectionKind, text => text == field.Value),
        QueryField.Value => facts => i => Number(facts.Value[i], (double)field.Number!.Value, field.Comparison),
        QueryField.Unit => OfText(facts => facts.Unit, text => text.Trim().ToLowerInvariant() == field.Value),
        QueryField.Review when field.Value == "rejected" => facts => i => facts.KindOf(i) == HitKind.Plan && facts.PlanOf(i).HasRejected,
        QueryField.Review => OfText(facts => facts.Review, text => text == field.Value),
        QueryField.Deadline => OfText(facts => facts.Due, text => Date(text, field)),
        _ => OfPlan(plan => plan.Findings.Contains(field.Value)),
    };

    private static Func<PassageFacts, Func<int, bool>> Province(string name)
    {
        var key = ProvinceName.Key(name);
        return OfPlan(plan => plan.ProvinceKey == key);
    }

    private static Func<PassageFacts, Func<int, bool>> OfPlan(Func<PlanFacts, bool> holds) => facts =>
    {
        var plans = Array.ConvertAll(facts.Plans, plan => holds(plan));
        return i => plans[facts.Plan[i]];
    };

    private static Func<PassageFacts, Func<int, bool>> OfText(Func<PassageFacts, int[]> column, Func<string, bool> holds) => facts =>
    {
        var (texts, of) = (Array.ConvertAll(facts.Texts, text => text.Length > 0 && holds(text)), column(facts));
        return i => texts[of[i]];
    };

    private static Func<PassageFacts, Func<int, bool>> Agency(string words) => OfList(facts => facts.Agencies, key => HasWords(key, Folding.Key(words)));

    private static Func<PassageFacts, Func<int, bool>> Role(string words, Func<PassageFacts, PassageFacts.Lists> role) =>
        OfList(role, name => HasWords(Folding.Key(name), Folding.Key(words)));

    private static Func<PassageFacts, Func<int, bool>> OfList(Func<PassageFacts, PassageFacts.Lists> column, Func<string, bool> holds) => facts =>
    {
        var lists = column(facts);
        var texts = new bool?[facts.Texts.Length];
        return i =>
        {
            foreach (var text in lists[i])
            {
                if (texts[text] ??= holds(facts.Texts[text]))
                {
                    return true;
                }
            }

            return false;
        };
    };

    private static bool HasWords(string key, string words) => $" {key} ".Contains($" {words} ", StringComparison.Ordinal);

    private static Func<PassageFacts, Func<int, bool>> Year(FieldCondition field)
    {
        var year = (int)field.Number!.Value;
        return field.Comparison == Comparison.Is
            ? facts => i => facts.YearFrom[i] > 0 && facts.YearFrom[i] <= year && year <= facts.YearTo[i]
            : facts => i => facts.YearTo[i] > 0 && Number(facts.YearTo[i], year, field.Comparison);
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
