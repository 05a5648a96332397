package import PhotoCore

/// How to start a worker: a program that uses the line protocol on its standard input and
/// output.
package struct WorkerLaunch: Hashable, Sendable {
  /// The program's file.
  package let executable: FilePath
  /// Its arguments, without its name.
  package let arguments: [String]
  /// A file that takes what the worker writes to its standard error, appended; nil for nowhere.
  package let log: FilePath?

  package init(executable: FilePath, arguments: [String], log: FilePath?) {
    self.executable = executable
    self.arguments = arguments
    self.log = log
  }

  /// Variables that every worker gets on top of the environment. One arena keeps a long-lived
  /// process of one thread from growing; libvips and OpenMP are kept to that thread as well.
  static let environment = [
    "MALLOC_ARENA_MAX": "1", "VIPS_CONCURRENCY": "1", "VIPS_WARNING": "0", "OMP_NUM_THREADS": "1",
  ]
}

/// What a worker may use up.
package struct WorkerLimits: Hashable, Sendable {
  /// How long one file may take before the worker is ended.
  package var secondsPerFile: Double
  /// How long loading the networks may take.
  package var secondsToStart: Double
  /// Resident memory above which a worker is replaced between two files.
  package var residentBytes: Int64

  /// Sixty seconds a file (a 300-megapixel picture takes about ten on a slow machine), three
  /// minutes to start (cold disk), 1.5 GiB (twice what both networks and a large photo need).
  package init(
    secondsPerFile: Double = 60, secondsToStart: Double = 180,
    residentBytes: Int64 = 1536 << 20
  ) {
    self.secondsPerFile = secondsPerFile
    self.secondsToStart = secondsToStart
    self.residentBytes = residentBytes
  }
}
