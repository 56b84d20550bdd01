using System.Globalization;
using Plans.Store.Ledger;

namespace Plans.Web.Loads;

internal static class LoadLinks
{
    public static string Load(long id) => string.Create(CultureInfo.InvariantCulture, $"/loads/{id}");

    public static string Files(FileState? state, long? load, int offset = 0, string path = "/loads/files") => new Address(path)
        .With("state", state?.ToString().ToLowerInvariant())
        .With("load", load?.ToString(CultureInfo.InvariantCulture))
        .With("offset", offset > 0 ? offset.ToString(CultureInfo.InvariantCulture) : null).ToString();

    /// <summary>The last part of each path; where files lie on the server is nobody's business.</summary>
    public static string Shown(IReadOnlyList<string> paths) =>
        string.Join(", ", paths.Take(5).Select(path => Path.GetFileName(path.TrimEnd('/')))) + (paths.Count > 5 ? " …" : null);
}
