import Foundation

@testable import Web

/// The API document, for holding real requests and answers to it.
struct APIDocument {
  /// The document of the routes as they are.
  static let current = Result { try APIDocument() }

  /// One route as the document has it.
  struct Operation {
    /// `POST /api/v1/users`.
    let name: String
    let rules: JSONValue

    /// The schemas of its answers by media type, for a status; nil where the status is not described.
    func answers(_ status: Int) -> [String: JSONValue]? {
      guard let answer = rules["responses"]?["\(status)"] else { return nil }
      return APIDocument.schemas(answer["content"])
    }

    /// The schemas of its bodies by media type; empty where it takes none.
    var bodies: [String: JSONValue] { APIDocument.schemas(rules["requestBody"]?["content"]) }

    /// The names of its parameters in the query string.
    var parameters: Set<String> {
      let all = rules["parameters"]?.elements ?? []
      return Set(all.filter { $0["in"]?.string == "query" }.compactMap { $0["name"]?.string })
    }
  }

  let operations: [(method: String, path: [Substring], operation: Operation)]
  let check: SchemaCheck
  private let problem: JSONValue

  private init() throws {
    let whole = try JSONValue(OpenAPI.text(version: "test").utf8)
    check = SchemaCheck(named: whole["components"]?["schemas"]?.members ?? [:])
    problem = .object(["$ref": .text("#/components/schemas/Problem")])
    operations = (whole["paths"]?.members ?? [:]).flatMap { path, methods in
      (methods.members ?? [:]).map { method, rules in
        let method = method.uppercased()
        return (
          method, path.split(separator: "/"), Operation(name: "\(method) \(path)", rules: rules)
        )
      }
    }
  }

  /// The schemas by media type without its parameters.
  private static func schemas(_ content: JSONValue?) -> [String: JSONValue] {
    let pairs = (content?.members ?? [:]).map { type, media in
      (self.type(type), media["schema"] ?? .object([:]))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// `text/csv` of `text/csv; charset=utf-8`.
  private static func type(_ text: String) -> String {
    String(text.prefix { $0 != ";" })
  }

  /// The route of a request; nil where none fits.
  func operation(_ method: String, _ path: String) -> Operation? {
    let parts = path.prefix { $0 != "?" }.split(separator: "/")
    let fitting = operations.filter { method == $0.method && Self.fits(parts, $0.path) }
    // A word in the path goes before a parameter.
    return fitting.min { Self.parameters($0.path) < Self.parameters($1.path) }?.operation
  }

  private static func fits(_ parts: [Substring], _ path: [Substring]) -> Bool {
    parts.count == path.count && zip(parts, path).allSatisfy { $1.hasPrefix("{") || $0 == $1 }
  }

  private static func parameters(_ path: [Substring]) -> Int {
    path.count { $0.hasPrefix("{") }
  }

  /// What of a request that was answered, and of the answer, is otherwise than the document says.
  func problems(
    _ operation: Operation, path: String, body: [UInt8], type: String?, reply: Reply
  ) -> [String] {
    guard reply.status < 400 else { return problems(ofRefusal: reply) }
    // Nothing new: there is no body to look at.
    guard reply.status != 304 else { return [] }
    return problems(ofAnswer: reply, operation) + problems(ofQuery: path, operation)
      + problems(ofBody: body, type, operation)
  }

  private func problems(ofRefusal reply: Reply) -> [String] {
    guard Self.type(reply.header("content-type") ?? "") == "application/problem+json" else {
      return ["a refusal of the type \(reply.header("content-type") ?? "none")"]
    }
    return problems(reply.body, problem, "problem")
  }

  private func problems(ofAnswer reply: Reply, _ operation: Operation) -> [String] {
    guard let answers = operation.answers(reply.status) else {
      return ["the status \(reply.status) is not described"]
    }
    guard !answers.isEmpty else { return reply.body.isEmpty ? [] : ["the body is not described"] }
    let type = Self.type(reply.header("content-type") ?? "")
    guard let schema = answers[type] else { return ["the type \(type) is not described"] }
    return type == "application/json" ? problems(reply.body, schema, "answer") : []
  }

  private func problems(ofQuery path: String, _ operation: Operation) -> [String] {
    let names = (URLComponents(string: path)?.percentEncodedQueryItems ?? []).map(\.name)
    return Set(names).subtracting(operation.parameters).sorted().map {
      "the parameter \($0) is not described"
    }
  }

  /// What was taken must be described, which is how members without a description are found.
  private func problems(
    ofBody body: [UInt8], _ type: String?, _ operation: Operation
  ) -> [String] {
    let bodies = operation.bodies
    guard !bodies.isEmpty else {
      return body.isEmpty || body == Array("{}".utf8) ? [] : ["the request's body is not described"]
    }
    let type = Self.type(type ?? "")
    guard let schema = bodies[type] else { return ["the request's type \(type) is not described"] }
    return type == "application/json" ? problems(body, schema, "body") : []
  }

  private func problems(_ bytes: [UInt8], _ schema: JSONValue, _ place: String) -> [String] {
    do {
      return check.problems(try JSONValue(bytes), schema, at: place)
    } catch {
      return ["\(place): no JSON"]
    }
  }
}
