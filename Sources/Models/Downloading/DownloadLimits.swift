/// How far a download may go.
public struct DownloadLimits: Hashable, Sendable {
  /// The most bytes of a file whose length is not known beforehand.
  public var byteLimit: Int64 = 2 << 30
  /// How often one address may lead to another; browsers follow 20.
  public var redirectLimit = 10
  /// Seconds in which something must come.
  public var stallSeconds = 30
  /// How often a broken download goes on by itself.
  public var retryCount = 2
  /// Seconds to wait before that.
  public var retryPause = 2.0
  /// Whether addresses without encryption are taken from other machines than this one.
  public var allowsPlainHTTP = false
  /// The programme that fetches.
  public var programme = "curl"

  /// The usual.
  public init() {}

  /// Where the programme that fetches is; nil where it is missing.
  public var programmePath: String? { CurlRun.path(of: programme) }
}
