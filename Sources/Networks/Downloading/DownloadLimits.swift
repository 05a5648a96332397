/// How far a download may go.
package struct DownloadLimits: Hashable, Sendable {
  /// The most bytes of a file whose length is not known beforehand.
  package var byteLimit: Int64 = 2 << 30
  /// How often one address may lead to another; browsers follow 20.
  package var redirectLimit = 10
  /// Seconds in which something must come.
  package var stallSeconds = 30
  /// How often a broken download goes on by itself.
  package var retryCount = 2
  /// Seconds to wait before that.
  package var retryPause = 2.0
  /// Whether addresses without encryption are taken from other machines than this one.
  package var allowsPlainHTTP = false
  /// The program that fetches.
  package var program = "curl"

  package init() {}

  /// Where the program that fetches is; nil where it is missing.
  package var programPath: String? { CurlRun.path(of: program) }
}
