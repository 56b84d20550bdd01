namespace Plans.Store.Search;

/// <summary>What a user asked for, understood.</summary>
/// <param name="Wanted">All are required.</param>
/// <param name="Unwanted">None may be there.</param>
/// <param name="Fields">Conditions on extracted values: of one field and sense any, of different ones all.</param>
public sealed record SearchQuery(IReadOnlyList<QueryNode> Wanted, IReadOnlyList<SearchTerm> Unwanted, IReadOnlyList<FieldCondition> Fields)
{
    /// <summary>Whether it has no words to look for.</summary>
    public bool IsEmpty => Wanted.Count == 0;

    /// <summary>All that is wanted, alternatives and all, in the order of the query.</summary>
    public IEnumerable<SearchTerm> Terms => Wanted.SelectMany(node => node.Terms);
}

/// <summary>A part of what is wanted: a term, or several of which one or all are.</summary>
public abstract record QueryNode
{
    public abstract IEnumerable<SearchTerm> Terms { get; }
}

/// <summary>One of them is enough.</summary>
public sealed record AnyOf(IReadOnlyList<QueryNode> Nodes) : QueryNode
{
    public override IEnumerable<SearchTerm> Terms => Nodes.SelectMany(node => node.Terms);
}

/// <summary>All of them are needed.</summary>
public sealed record AllOf(IReadOnlyList<QueryNode> Nodes) : QueryNode
{
    public override IEnumerable<SearchTerm> Terms => Nodes.SelectMany(node => node.Terms);
}

/// <summary>A word or a phrase.</summary>
/// <param name="Words">Lower case, composed, with the marks that the user typed.</param>
/// <param name="Prefix">Whether the last word is only the beginning of one.</param>
/// <param name="Within">Words that may stand between the first and the last of them, in any order; null for a phrase.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words, bool Prefix = false, int? Within = null) : QueryNode
{
    /// <summary>Whether any word was typed with marks.</summary>
    public bool IsMarked => Words.Any(Folding.IsMarked);

    public override IEnumerable<SearchTerm> Terms => [this];
}
