internal import CLinux

/// What the worker process denies itself before it reads the first untrusted byte.
///
/// This is the place of the sandbox (Landlock and seccomp) that is to follow: everything in here
/// happens once, in the worker only, before any file is opened.
package enum ResourceLimits {
  /// Address space. OpenVINO, libvips and both networks reserve about 2 GiB; the largest photo
  /// that is accepted needs another 2.
  private static let addressSpace: UInt64 = 8 << 30
  /// The largest file that a worker may write: a thumbnail or an exported picture.
  private static let fileSize: UInt64 = 1 << 30
  /// Open files: a few for the networks, one photo, two thumbnails.
  private static let descriptors: UInt64 = 256

  /// Applies the limits to this process; what the system refuses is left as it is.
  package static func apply() {
    cs_limit_worker(addressSpace, fileSize, descriptors)
  }
}
