internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// What Hummingbird keeps of a request while it is answered.
struct WebContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address of the other end; empty where there is none.
  let address: String

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    address = source.channel.remoteAddress?.ipAddress ?? ""
  }
}

/// A request that may be answered: who makes it, and what it asks for.
struct WebCall: Sendable {
  let app: WebApp
  let request: Request
  let principal: Principal
  let address: String
  private let segments: Parameters
  private let items: QueryItems

  init(app: WebApp, request: Request, principal: Principal, context: WebContext) {
    self.app = app
    self.request = request
    self.principal = principal
    address = context.address
    segments = context.parameters
    items = QueryItems(request.uri.query ?? "")
  }

  /// A parameter of the query string; nil where it is not there.
  func text(_ name: String) -> String? { items[name] }

  /// A whole number of the query string.
  ///
  /// - Throws: ``RequestProblem`` for what is no number, or one out of `range`.
  func integer(_ name: String, in range: ClosedRange<Int>, default value: Int? = nil) throws -> Int
  {
    guard let text = items[name] else {
      if let value { return value }
      throw RequestProblem(.badRequest, "The parameter \(name) is missing.")
    }
    guard let number = Int(text), range.contains(number) else {
      throw RequestProblem(
        .badRequest, "\(name) must be a whole number, \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  /// A number of the query string.
  func number(_ name: String, in range: ClosedRange<Double>) throws -> Double {
    guard let text = items[name], let number = Double(text), range.contains(number) else {
      throw RequestProblem(
        .badRequest, "\(name) must be a number, \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  /// Yes or no of the query string; nil where it is left out.
  ///
  /// - Throws: ``RequestProblem`` for any other word.
  func boolean(_ name: String) throws -> Bool? {
    guard let text = items[name] else { return nil }
    guard let value = Bool(text) else {
      throw RequestProblem(.badRequest, "\(name) must be true or false.")
    }
    return value
  }

  /// A parameter of the path, decoded.
  func segment(_ name: String) throws -> String {
    guard let raw = segments.get(name), let text = raw.removingPercentEncoding else {
      throw RequestProblem(.notFound, "Nothing found at this address.")
    }
    return text
  }

  /// A number in the path: of a photo, a job, an account.
  func id(_ name: String = "id") throws -> Int64 {
    guard let id = Int64(try segment(name)), id > 0 else {
      throw RequestProblem(.notFound, "Nothing found at this address.")
    }
    return id
  }

  /// The most bytes of a JSON body: a selection of ten thousand photos, or a large vocabulary.
  private static let longestBody = 2 << 20

  /// The body, read as JSON with names in snake_case.
  ///
  /// - Throws: ``RequestProblem`` for another type of body, for one that is too large or not as expected.
  func json<Value: Decodable>(_ type: Value.Type = Value.self) async throws -> Value {
    let media = request.headers[.contentType] ?? ""
    guard media.lowercased().hasPrefix("application/json") else {
      throw RequestProblem(.unsupportedMediaType, "Send the body as application/json.")
    }
    let buffer = try await request.body.collect(upTo: Self.longestBody)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(buffer.readableBytesView))
  }

  /// Does what blocks, on a thread that may.
  func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await app.blocking.run(body)
  }
}

/// The query string of an address.
struct QueryItems: Sendable {
  private let values: [String: String]

  init(_ query: String) {
    var values: [String: String] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(parts[0]), values[name] == nil else { continue }
      values[name] = parts.count > 1 ? Self.decoded(parts[1]) : ""
    }
    self.values = values
  }

  /// The first of this name; nil where there is none.
  subscript(_ name: String) -> String? { values[name] }

  private static func decoded(_ text: Substring) -> String? {
    text.replacing("+", with: " ").removingPercentEncoding
  }
}
