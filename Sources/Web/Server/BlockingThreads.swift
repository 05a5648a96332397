internal import NIOPosix

/// Threads for what blocks: SQLite, files, the index, password hashes. Swift's own threads are as
/// many as processors, and must never wait.
struct BlockingThreads: Sendable {
  private let pool: NIOThreadPool

  /// Starts none of them yet: an app that cannot be made leaves no threads behind.
  init(count: Int) {
    pool = NIOThreadPool(numberOfThreads: count)
  }

  /// Starts the threads; to be called before anything is run, and once.
  func start() { pool.start() }

  /// Runs `body` on one of the threads, when one is free.
  func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await pool.runIfActive(body)
  }

  /// Ends the threads when what they do is done.
  func close() async { try? await pool.shutdownGracefully() }
}
