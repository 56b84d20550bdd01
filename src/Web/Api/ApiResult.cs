using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Plans.Extraction;

namespace Plans.Web.Api;

/// <summary>JSON with an entity tag of its content: who has it already is told so and gets nothing again.</summary>
internal static class ApiResult
{
    public static IResult Of<T>(T value) => Of(JsonSerializer.SerializeToUtf8Bytes(value, PlanJson.Options), "application/json; charset=utf-8");

    public static IResult Of(byte[] bytes, string mediaType) =>
        Results.Bytes(bytes, mediaType, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\""));
}
