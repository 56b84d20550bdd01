using System.Globalization;

namespace Plans.Bench;

/// <summary>Processor time of this process and of the children that have ended, user and system together, as the kernel counts it (proc(5), stat).</summary>
/// <param name="Own">Seconds of this process.</param>
/// <param name="Children">Seconds of ended children.</param>
internal readonly record struct ProcessorTime(double Own, double Children)
{
    private const double Ticks = 100;

    public double Both => Own + Children;

    public static ProcessorTime Now()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        // The name of the program, in brackets, may hold blanks; times are the 14th to 17th field of the line.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ').Skip(11).Take(4).Select(field => long.Parse(field, CultureInfo.InvariantCulture) / Ticks).ToList();
        return new ProcessorTime(fields[0] + fields[1], fields[2] + fields[3]);
    }

    public static ProcessorTime Of(Action work)
    {
        var before = Now();
        work();
        var after = Now();
        return new ProcessorTime(after.Own - before.Own, after.Children - before.Children);
    }
}
