using Microsoft.AspNetCore.Components;

namespace Plans.Web.Hosting;

/// <summary>A page as a pure view of its model.</summary>
public abstract class PageView<TModel> : ComponentBase
{
    [Parameter, EditorRequired]
    public required TModel Model { get; set; }
}
