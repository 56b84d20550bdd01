using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Plans.Web.Hosting;

/// <summary>The style sheet, the script and the icon, kept in the assembly. Their addresses carry a hash, so a browser may keep them.</summary>
internal static class SiteFiles
{
    private const string Prefix = "assets/";
    private static readonly FrozenDictionary<string, Asset> All = Read().ToFrozenDictionary(asset => asset.Name);

    /// <summary>The address under which a browser asks for it.</summary>
    public static string Url(string name) => $"/{Prefix}{name}?v={All[name].Hash}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"/{Prefix}{{name}}", (string name, HttpContext context) =>
    {
        if (!All.TryGetValue(name, out var asset))
        {
            return Results.NotFound();
        }

        // Only the address with the hash names these very bytes for ever.
        context.Response.Headers.CacheControl =
            context.Request.Query["v"] == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Bytes, asset.MediaType, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}\""));
    }).AllowAnonymous();

    private static IEnumerable<Asset> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return new Asset(resource[Prefix.Length..], bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12], MediaTypeOf(resource));
        }
    }

    private static string MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"An asset ending in {other} has no media type here."),
    };

    private sealed record Asset(string Name, byte[] Bytes, string Hash, string MediaType);
}
