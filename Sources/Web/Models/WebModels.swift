package import PhotoCore

/// What the program knows of networks and can do with them. The web app reads no network itself: it
/// would link what runs them, and a stranger's file would be opened in the process that keeps sessions.
package struct WebModels: Sendable {
  /// How a process is started.
  package struct Command: Sendable {
    /// The program's file.
    package var executable: FilePath
    /// What it is told.
    package var arguments: [String]

    package init(executable: FilePath, arguments: [String]) {
      self.executable = executable
      self.arguments = arguments
    }
  }

  /// The networks in all folders, also those that cannot be used; reads their records.
  package var installed: @Sendable () -> [WebModel]
  /// The networks that can be installed by their id.
  package var installable: [WebInstallableModel]
  /// The families that a network from an address may belong to.
  package var presets: [WebPreset]
  /// Removes a network from the library, unless it is an active one. Throws a sentence.
  package var remove: @Sendable (_ id: String, _ active: Set<String>) throws -> Void
  /// The process for a model task: it writes one JSON object a line to its standard output, and ends in
  /// good order at SIGTERM.
  package var command: @Sendable (ModelTask) -> Command

  package init(
    installed: @escaping @Sendable () -> [WebModel], installable: [WebInstallableModel],
    presets: [WebPreset],
    remove: @escaping @Sendable (_ id: String, _ active: Set<String>) throws -> Void,
    command: @escaping @Sendable (ModelTask) -> Command
  ) {
    self.installed = installed
    self.installable = installable
    self.presets = presets
    self.remove = remove
    self.command = command
  }

  /// No networks, and nothing that could be done with them.
  package static let none = WebModels(
    installed: { [] }, installable: [], presets: [], remove: { _, _ in },
    command: { _ in Command(executable: FilePath("/bin/false"), arguments: []) })
}
