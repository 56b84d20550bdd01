using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Plans.Store.Search.Blocks;

/// <summary>What hits of a plan are counted and filtered by.</summary>
/// <param name="HasRejected">Whether somebody rejected a fact of it.</param>
internal sealed record PlanFacts(
    long Id, string? Province, string? ProvinceKey, string? Type, string? Issuer, string? Date, string? NumberKey, IReadOnlyList<string> Findings,
    bool HasRejected);

/// <summary>
/// What passages are counted and filtered by, column by column: counting a million hits from the rows of tables takes seconds, from these
/// milliseconds. A list for each passage; texts by their number in <see cref="Texts"/>, of which the first is no text.
/// </summary>
internal sealed class PassageFacts
{
    public required string[] Texts { get; init; }

    public required PlanFacts[] Plans { get; init; }

    /// <summary>Which of <see cref="Plans"/>.</summary>
    public required int[] Plan { get; init; }

    public required byte[] Kind { get; init; }

    /// <summary>0 where there is none.</summary>
    public required short[] YearFrom { get; init; }

    public required short[] YearTo { get; init; }

    /// <summary>Kind of the section that it is or stands in.</summary>
    public required int[] SectionKind { get; init; }

    /// <summary>A target's.</summary>
    public required int[] Unit { get; init; }

    /// <summary>A target's; NaN of what is none.</summary>
    public required double[] Value { get; init; }

    /// <summary>A task's due date.</summary>
    public required int[] Due { get; init; }

    /// <summary>State of review.</summary>
    public required int[] Review { get; init; }

    /// <summary>Keys of the agencies that the passage is about.</summary>
    public required Lists Agencies { get; init; }

    /// <summary>Names of a task's leading agencies.</summary>
    public required Lists Leads { get; init; }

    public required Lists Supports { get; init; }

    public int Count => Plan.Length;

    /// <summary>Runs of passages of one plan, in their order. A plan has one run, or more where another process saved at the same time.</summary>
    public IReadOnlyList<(int Plan, int From, int To)> PlanRuns => field ??= Runs();

    /// <summary>As printed.</summary>
    public PlanColumn Provinces => field ??= PlanColumn.Of(Plans, plan => plan.Province);

    public PlanColumn Types => field ??= PlanColumn.Of(Plans, plan => plan.Type);

    public PlanColumn Issuers => field ??= PlanColumn.Of(Plans, plan => plan.Issuer);

    /// <summary>Folded keys of <see cref="Texts"/>, by which names that are printed in different ways are one.</summary>
    public string[] Keys => field ??= Array.ConvertAll(Texts, Folding.Key);

    /// <summary>The different pairs of <see cref="YearFrom"/> and <see cref="YearTo"/>.</summary>
    public IReadOnlyList<(short From, short To)> Spans => Spanned.Different;

    /// <summary>Which of <see cref="Spans"/>.</summary>
    public int[] Span => Spanned.Of;

    private SpanColumn Spanned => field ??= SpansOf();

    public HitKind KindOf(int passage) => (HitKind)Kind[passage];

    public PlanFacts PlanOf(int passage) => Plans[Plan[passage]];

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var packed = new DeflateStream(stream, CompressionLevel.Fastest))
        using (var writer = new BinaryWriter(packed))
        {
            writer.Write(Texts.Length);
            foreach (var text in Texts)
            {
                writer.Write(text);
            }

            writer.Write(Plans.Length);
            foreach (var plan in Plans)
            {
                Write(writer, plan);
            }

            Write<int>(writer, Plan);
            Write<byte>(writer, Kind);
            Write<short>(writer, YearFrom);
            Write<short>(writer, YearTo);
            Write<int>(writer, SectionKind);
            Write<int>(writer, Unit);
            Write<double>(writer, Value);
            Write<int>(writer, Due);
            Write<int>(writer, Review);
            foreach (var lists in new[] { Agencies, Leads, Supports })
            {
                Write<int>(writer, lists.Ends);
                Write<int>(writer, lists.Items);
            }
        }

        return stream.ToArray();
    }

    public static PassageFacts Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return new PassageFacts
        {
            Texts = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())],
            Plans = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => ReadPlan(reader))],
            Plan = Read<int>(reader),
            Kind = Read<byte>(reader),
            YearFrom = Read<short>(reader),
            YearTo = Read<short>(reader),
            SectionKind = Read<int>(reader),
            Unit = Read<int>(reader),
            Value = Read<double>(reader),
            Due = Read<int>(reader),
            Review = Read<int>(reader),
            Agencies = new Lists(Read<int>(reader), Read<int>(reader)),
            Leads = new Lists(Read<int>(reader), Read<int>(reader)),
            Supports = new Lists(Read<int>(reader), Read<int>(reader)),
        };
    }

    private List<(int Plan, int From, int To)> Runs()
    {
        var runs = new List<(int Plan, int From, int To)>();
        for (var i = 0; i < Plan.Length; i++)
        {
            if (runs.Count > 0 && runs[^1].Plan == Plan[i])
            {
                runs[^1] = runs[^1] with { To = i + 1 };
            }
            else
            {
                runs.Add((Plan[i], i, i + 1));
            }
        }

        return runs;
    }

    private SpanColumn SpansOf()
    {
        var numbers = new Dictionary<(short From, short To), int>();
        var of = new int[Count];
        for (var i = 0; i < of.Length; i++)
        {
            var span = (YearFrom[i], YearTo[i]);
            if (!numbers.TryGetValue(span, out of[i]))
            {
                of[i] = numbers[span] = numbers.Count;
            }
        }

        return new SpanColumn([.. numbers.Keys], of);
    }

    private static void Write(BinaryWriter writer, PlanFacts plan)
    {
        writer.Write(plan.Id);
        writer.Write(plan.HasRejected);
        foreach (var text in new[] { plan.Province, plan.ProvinceKey, plan.Type, plan.Issuer, plan.Date, plan.NumberKey })
        {
            writer.Write(text is not null);
            writer.Write(text ?? "");
        }

        writer.Write(plan.Findings.Count);
        foreach (var finding in plan.Findings)
        {
            writer.Write(finding);
        }
    }

    private static PlanFacts ReadPlan(BinaryReader reader)
    {
        var (id, hasRejected) = (reader.ReadInt64(), reader.ReadBoolean());
        var texts = Enumerable.Range(0, 6).Select(_ => (Known: reader.ReadBoolean(), Text: reader.ReadString()))
            .Select(text => text.Known ? text.Text : null).ToList();
        return new PlanFacts(
            id, texts[0], texts[1], texts[2], texts[3], texts[4], texts[5],
            [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())],
            hasRejected);
    }

    private static void Write<T>(BinaryWriter writer, T[] values)
        where T : struct
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static T[] Read<T>(BinaryReader reader)
        where T : struct
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    /// <summary>A text that plans have, each different one once: thousands of plans have few provinces and types.</summary>
    /// <param name="Texts">The first stands for none.</param>
    /// <param name="Numbers">Which of them each plan has.</param>
    internal sealed record PlanColumn(IReadOnlyList<string?> Texts, int[] Numbers)
    {
        public static PlanColumn Of(PlanFacts[] plans, Func<PlanFacts, string?> text)
        {
            var (texts, numbers) = (new List<string?> { null }, new Dictionary<string, int>());
            return new PlanColumn(texts, Array.ConvertAll(plans, plan => Number(text(plan))));

            int Number(string? of)
            {
                if (of is null || numbers.TryGetValue(of, out var number))
                {
                    return of is null ? 0 : numbers[of];
                }

                texts.Add(of);
                return numbers[of] = texts.Count - 1;
            }
        }

        /// <param name="counts">Of each plan.</param>
        public IEnumerable<(string Text, int Count)> Counted(int[] counts)
        {
            var sums = new int[Texts.Count];
            for (var plan = 0; plan < counts.Length; plan++)
            {
                sums[Numbers[plan]] += counts[plan];
            }

            return Enumerable.Range(1, sums.Length - 1).Where(i => sums[i] > 0).Select(i => (Texts[i]!, sums[i]));
        }
    }

    private sealed record SpanColumn(IReadOnlyList<(short From, short To)> Different, int[] Of);

    /// <summary>A list for each passage, one after the other.</summary>
    /// <param name="Ends">Where each ends in <paramref name="Items"/>.</param>
    internal sealed record Lists(int[] Ends, int[] Items)
    {
        public ReadOnlySpan<int> this[int passage] => Items.AsSpan((passage == 0 ? 0 : Ends[passage - 1])..Ends[passage]);
    }
}
