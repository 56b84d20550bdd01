using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace Plans.Worker.CommandLine;

/// <param name="Line">What to type.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Example(string Line, string Meaning);

/// <summary>Ends the help of each command with examples.</summary>
internal static class ExampleHelp
{
    private static readonly ConditionalWeakTable<Command, Example[]> Examples = [];

    public static void SetExamples(this Command command, params Example[] examples) => Examples.AddOrUpdate(command, examples);

    /// <summary>Exchanges the help of the root, which all its commands share.</summary>
    public static void AddTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpThenExamples((SynchronousCommandLineAction)help.Action!);
    }

    private sealed class HelpThenExamples(SynchronousCommandLineAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parse)
        {
            var status = help.Invoke(parse);
            if (Examples.TryGetValue(parse.CommandResult.Command, out var examples))
            {
                var output = parse.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (var example in examples)
                {
                    output.WriteLine($"  {example.Line}");
                    output.WriteLine($"      {example.Meaning}");
                }
            }

            return status;
        }
    }
}
