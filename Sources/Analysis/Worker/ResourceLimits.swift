internal import Glibc

/// What the worker process denies itself before it reads the first untrusted byte.
///
/// This is the place of the sandbox (Landlock and seccomp) that is to follow: everything in here
/// happens once, in the worker only, before any file is opened.
public enum ResourceLimits {
  /// Address space. OpenVINO, libvips and both networks reserve about 2 GiB; the largest photo
  /// that is accepted needs another 2.
  private static let addressSpace: rlim_t = 8 << 30
  /// The largest file that a worker may write: a thumbnail or an exported picture.
  private static let fileSize: rlim_t = 1 << 30

  /// Applies the limits to this process; what the system refuses is left as it is.
  public static func apply() {
    limit(__rlimit_resource(RLIMIT_AS.rawValue), to: addressSpace)
    limit(__rlimit_resource(RLIMIT_FSIZE.rawValue), to: fileSize)
    limit(__rlimit_resource(RLIMIT_NOFILE.rawValue), to: 256)
    // A crash is expected now and then and must not fill the disk with core files.
    limit(__rlimit_resource(RLIMIT_CORE.rawValue), to: 0)
    // Writing past the limit then fails with EFBIG instead of ending the process.
    signal(SIGXFSZ, SIG_IGN)
    // No privileges through set-user-id programmes.
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    // Gone when the supervisor is gone, even if it was killed.
    prctl(PR_SET_PDEATHSIG, UInt(SIGKILL))
  }

  private static func limit(_ resource: __rlimit_resource, to value: rlim_t) {
    var current = rlimit()
    guard getrlimit(resource, &current) == 0 else { return }
    var wanted = rlimit(rlim_cur: min(value, current.rlim_max), rlim_max: current.rlim_max)
    wanted.rlim_max = wanted.rlim_cur
    setrlimit(resource, &wanted)
  }
}
