using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Plans.Store;

namespace Plans.Web.Safety;

/// <summary>The keys that sign sessions and forms, in the data folder, so that a restart signs nobody out. For the program's user alone.</summary>
internal sealed class SessionKeys(PlanStore store, ILoggerFactory logs) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        var folder = new DirectoryInfo(Path.Combine(store.Options.DataFolder, "keys"));
        if (OperatingSystem.IsWindows())
        {
            folder.Create();
        }
        else if (!folder.Exists)
        {
            Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        options.XmlRepository = new FileSystemXmlRepository(folder, logs);
    }
}
