using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Plans.Extraction;
using Plans.Web.Accounts;

namespace Plans.Web.Api;

/// <summary>The API as an OpenAPI 3.1 description, made of the records by which it is mapped and the types that it answers.</summary>
internal static class ApiDescription
{
    private static readonly JsonSerializerOptions Shapes = new(PlanJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <summary>What may happen to any request.</summary>
    private static readonly (int Status, string Code, string When)[] Always =
    [
        (StatusCodes.Status401Unauthorized, "not-signed-in", "Accounts are demanded and no valid key was sent."),
        (StatusCodes.Status500InternalServerError, "internal-error", "The program failed; the server's log says how."),
        (StatusCodes.Status503ServiceUnavailable, "store-unavailable", "The database does not answer."),
    ];

    public static byte[] Write(IReadOnlyList<ApiRoute> routes, SiteOptions options)
    {
        var paths = new JsonObject();
        foreach (var group in routes.GroupBy(route => route.Path))
        {
            paths[group.Key] = new JsonObject([.. group.Select(route => KeyValuePair.Create(route.Method.ToLowerInvariant(), (JsonNode?)Operation(route, options)))]);
        }

        var description = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Plans",
                ["version"] = "1",
                ["description"] = "Structured data out of Vietnamese official plans. Names are snake_case; errors are problem details (RFC 9457) with a code; "
                    + "lists go on at the address in next; every answer to GET has an ETag. A program on the server's own machine sends the header X-Plans-Client with "
                    + "every change where no accounts are demanded.",
            },
            ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }, new JsonObject()),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "An API key, made on the page /account or by plans user key." } },
                ["schemas"] = new JsonObject
                {
                    ["problem"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["required"] = new JsonArray("status", "detail", "code"),
                        ["properties"] = new JsonObject
                        {
                            ["type"] = Typed("string"),
                            ["title"] = Typed("string"),
                            ["status"] = Typed("integer"),
                            ["detail"] = Typed("string"),
                            ["code"] = Typed("string"),
                        },
                    },
                },
            },
        };
        return JsonSerializer.SerializeToUtf8Bytes(description, PlanJson.Options);
    }

    private static JsonObject Operation(ApiRoute route, SiteOptions options)
    {
        var operation = new JsonObject
        {
            ["operationId"] = route.Id,
            ["summary"] = route.Summary,
            ["parameters"] = new JsonArray([.. route.Parameters.Select(Parameter)]),
        };
        if (route.Role > Role.Reader)
        {
            operation["description"] = $"Needs the role {route.Role.ToString().ToLowerInvariant()}.";
        }

        if (route.Body is { } body)
        {
            operation["requestBody"] = Content("application/json", Shape(body));
        }
        else if (route.BodyMediaType is { } mediaType)
        {
            operation["requestBody"] = Content(mediaType, new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["files"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string", ["contentMediaType"] = "application/octet-stream" } } },
                ["description"] = $"At most {options.UploadBytes} bytes.",
            });
        }

        var answers = new JsonObject { [$"{route.Status}"] = Answer(route) };
        if (route.Method == "GET")
        {
            answers["304"] = new JsonObject { ["description"] = "The content still has the tag that If-None-Match names." };
        }

        foreach (var status in Errors(route, options).GroupBy(error => error.Status).OrderBy(group => group.Key))
        {
            var problem = Content("application/problem+json", new JsonObject { ["$ref"] = "#/components/schemas/problem" });
            problem["description"] = string.Join(" ", status.Select(error => $"{error.Code}: {error.When}"));
            answers[$"{status.Key}"] = problem;
        }

        operation["responses"] = answers;
        return operation;
    }

    private static IEnumerable<(int Status, string Code, string When)> Errors(ApiRoute route, SiteOptions options)
    {
        IEnumerable<(int, string, string)> errors = [.. route.Errors, .. Always];
        if (route.Role > Role.Reader)
        {
            errors = errors.Append((StatusCodes.Status403Forbidden, "forbidden", "The account's role may not do this."));
        }

        if (route.Method != "GET")
        {
            errors = errors.Append((StatusCodes.Status400BadRequest, "bad-request", "On this machine without accounts: the header X-Plans-Client is missing; or the body cannot be understood."));
        }

        return route.IsLimited
            ? errors.Append((StatusCodes.Status429TooManyRequests, "too-many-requests", $"More than {options.SearchesPerMinute} searches a minute of one account."))
            : errors;
    }

    private static JsonObject Answer(ApiRoute route)
    {
        var shape = route.Answer is { } type ? Shape(type) : route.MediaType == "application/json" ? Typed("object") : Typed("string");
        var answer = Content(route.MediaType, shape);
        answer["description"] = route.Summary;
        if (route.Method == "GET")
        {
            answer["headers"] = new JsonObject { ["ETag"] = new JsonObject { ["schema"] = Typed("string") } };
        }

        return answer;
    }

    private static JsonNode Parameter(ApiParameter parameter)
    {
        var schema = Typed(parameter.Type);
        if (parameter.Least is { } least)
        {
            schema["minimum"] = least;
        }

        if (parameter.Most is { } most)
        {
            schema["maximum"] = most;
        }

        if (parameter.Default is { } usual)
        {
            schema["default"] = JsonSerializer.SerializeToNode(usual);
        }

        if (parameter.OneOf is { } words)
        {
            schema["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]);
        }

        return new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = parameter.In,
            ["required"] = parameter.IsRequired,
            ["description"] = parameter.Description,
            ["schema"] = schema,
        };
    }

    private static JsonNode Shape(Type type) => Shapes.GetJsonSchemaAsNode(type);

    private static JsonObject Content(string mediaType, JsonNode schema) =>
        new() { ["content"] = new JsonObject { [mediaType] = new JsonObject { ["schema"] = schema } } };

    private static JsonObject Typed(string type) => new() { ["type"] = type };
}
