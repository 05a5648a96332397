internal import Logging
internal import ServiceLifecycle

/// The app for as long as it serves: waits for the end, and then closes it, whatever the end is.
///
/// It is the first of the server's services and so the last that is told to end: by then no connection
/// is open. When the server fails or its task is cancelled, all services end at once.
struct AppService: Service {
  let app: WebApp

  func run() async {
    // Cancelled or told to end, it is the same here.
    try? await gracefulShutdown()
    await app.close()
  }
}

/// Follows the catalogue once a second; see ``WebApp/tick()``.
struct TickService: Service {
  let app: WebApp
  let logger: Logger

  func run() async {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await tick()
        // Ends early when cancelled, and the loop with it.
        try? await Task.sleep(for: .seconds(1))
      }
    }
  }

  private func tick() async {
    do {
      try await app.blocking.run { [app] in try app.tick() }
    } catch is CancellationError {
      return
    } catch {
      logger.error("cannot follow the catalogue", metadata: ["error": "\(error)"])
    }
  }
}
