namespace Plans.Worker.Jobs;

/// <summary>
/// Stands at the door of recognition (OCR) while one file is read. In the lane of OCR it lets the file in and tells when it goes in; in
/// the common one it stops the reading at the first page that would have to be recognised, so that the file can go to that lane.
/// </summary>
internal sealed class OcrTurn(bool mayEnter, Action entering, CancellationTokenSource reading)
{
    /// <summary>Follows the reading into its threads.</summary>
    private static readonly AsyncLocal<OcrTurn?> Current = new();

    private int _entered;

    /// <summary>Whether the reading was stopped here.</summary>
    public bool WasStopped { get; private set; }

    /// <summary>Before each page that is recognised, in whichever thread that is.</summary>
    public static void BeforePage() => Current.Value?.Pass();

    public T During<T>(Func<T> read)
    {
        Current.Value = this;
        try
        {
            return read();
        }
        finally
        {
            Current.Value = null;
        }
    }

    private void Pass()
    {
        if (mayEnter)
        {
            if (Interlocked.Exchange(ref _entered, 1) == 0)
            {
                entering();
            }

            return;
        }

        WasStopped = true;
        reading.Cancel();
        reading.Token.ThrowIfCancellationRequested();
    }
}
