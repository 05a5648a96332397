internal import HTTPTypes
internal import Hummingbird

/// One route: how it is called, who may call it, what it does, and what the API document says of it.
///
/// The router, the API document and the test of who may do what are all made from the same list, so a
/// route that is not in it does not exist.
struct Route: Sendable {
  typealias Handler = @Sendable (WebCall) async throws -> Response

  let method: HTTPRequest.Method
  /// Segments in braces are parameters; `**` at the end is any rest.
  let path: String
  let requirement: Requirement
  /// What the API document says; nil for pages and files.
  let document: RouteDescription?
  let handler: Handler

  /// A page or a file, of which the API document says nothing.
  init(
    _ method: HTTPRequest.Method, _ path: String, _ requirement: Requirement,
    handler: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.requirement = requirement
    self.document = nil
    self.handler = handler
  }

  /// A route whose handler may block: it gets a thread on which it may.
  init<Body, Answer>(
    _ method: HTTPRequest.Method, _ path: String, _ requirement: Requirement,
    _ document: RouteDocument<Body, Answer>,
    handler: @escaping @Sendable (WebCall, Body) throws -> Answer
  ) {
    self.method = method
    self.path = path
    self.requirement = requirement
    self.document = document.description
    self.handler = { call in
      let body = try await document.read(call)
      return try await call.run { document.respond(try handler(call, body)) }
    }
  }

  /// A route whose handler waits without blocking.
  init<Body, Answer>(
    _ method: HTTPRequest.Method, _ path: String, _ requirement: Requirement,
    _ document: RouteDocument<Body, Answer>,
    asyncHandler handler: @escaping @Sendable (WebCall, Body) async throws -> Answer
  ) {
    self.method = method
    self.path = path
    self.requirement = requirement
    self.document = document.description
    self.handler = { call in
      document.respond(try await handler(call, try await document.read(call)))
    }
  }

  /// Whether it changes nothing.
  var isSafe: Bool { method == .get || method == .head }
}

/// Routes that read no body.
extension Route {
  /// See the initializer for routes with a body.
  init<Answer>(
    _ method: HTTPRequest.Method, _ path: String, _ requirement: Requirement,
    _ document: RouteDocument<Void, Answer>,
    handler: @escaping @Sendable (WebCall) throws -> Answer
  ) {
    self.init(method, path, requirement, document, handler: { call, _ in try handler(call) })
  }

  /// See the initializer for routes with a body.
  init<Answer>(
    _ method: HTTPRequest.Method, _ path: String, _ requirement: Requirement,
    _ document: RouteDocument<Void, Answer>,
    asyncHandler handler: @escaping @Sendable (WebCall) async throws -> Answer
  ) {
    self.init(
      method, path, requirement, document,
      asyncHandler: { call, _ in try await handler(call) })
  }
}
