using Plans.Store.Corrections;
using Plans.Store.Reading;

namespace Plans.Web.Reviewing;

/// <param name="Kind">What was tried to be added.</param>
/// <param name="Typed">What was typed, where it was refused; what is proposed, where one comes with a row of a table.</param>
public sealed record AddModel(PlanSummary Plan, FactKind? Kind = null, Func<string, string?>? Typed = null, string? Problem = null);
