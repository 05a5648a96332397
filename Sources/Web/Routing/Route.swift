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
  let document: RouteDocument?
  let handler: Handler

  init(
    _ method: HTTPRequest.Method, _ path: String, _ requirement: Requirement,
    _ document: RouteDocument? = nil, handler: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.requirement = requirement
    self.document = document
    self.handler = handler
  }

  /// Whether it changes nothing.
  var isSafe: Bool { method == .get || method == .head }
}

/// What the API document says of a route.
struct RouteDocument: Sendable {
  let summary: String
  var parameters: [Parameter] = []
  var body: Schema?
  var answer: Schema = .nothing
  /// The status of success.
  var status = 200

  init(
    _ summary: String, _ parameters: [Parameter] = [], body: Schema? = nil,
    answer: Schema = .nothing, status: Int = 200
  ) {
    self.summary = summary
    self.parameters = parameters
    self.body = body
    self.answer = answer
    self.status = status
  }

  /// A parameter of the query string.
  struct Parameter: Sendable {
    let name: String
    let schema: Schema
    let summary: String
    var isRequired = false

    init(_ name: String, _ schema: Schema, _ summary: String, required: Bool = false) {
      (self.name, self.schema, self.summary) = (name, schema, summary)
      isRequired = required
    }
  }
}
