using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Plans.Worker.Telemetry;

/// <summary>
/// Sends meters and activities to a collector by OTLP, where the environment names one (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, and the other
/// variables of the OpenTelemetry specification). Without it nothing is sent and nothing is measured.
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    private readonly MeterProvider _meters;
    private readonly TracerProvider _traces;

    private TelemetryExport()
    {
        var service = ResourceBuilder.CreateDefault().AddService("plans", serviceInstanceId: $"{Environment.MachineName}:{Environment.ProcessId}").AddEnvironmentVariableDetector();
        _meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(service).AddMeter(WorkerTelemetry.Name, "Quartz", "Npgsql").AddOtlpExporter().Build();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(service).AddSource(WorkerTelemetry.Name, "Npgsql").AddOtlpExporter().Build();
    }

    /// <returns>Null where no collector is named.</returns>
    public static TelemetryExport? Start() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT")) ? null : new TelemetryExport();

    /// <summary>Sends what has not been sent yet.</summary>
    public void Dispose()
    {
        _meters.Dispose();
        _traces.Dispose();
    }
}
