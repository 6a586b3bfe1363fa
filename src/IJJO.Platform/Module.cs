using IJJO.Platform;

// The platform's own tables, pages, permissions and entity sets are declared like a module's.
[assembly: Module("platform", "Platform")]
