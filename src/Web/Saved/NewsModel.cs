using Plans.Store.Search;

namespace Plans.Web.Saved;

/// <summary>What later plans have of a kept search.</summary>
public sealed record NewsModel(SavedSearch Search, SearchResult Found);
