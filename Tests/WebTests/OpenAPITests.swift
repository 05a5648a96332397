import Catalog
import Foundation
import HTTPTypes
import PhotoCore
import Query
import Testing

@testable import Web

/// The API document against the routes, and answers against the document.
@Suite(.timeLimit(.minutes(20)))
struct OpenAPITests {
  private func document(_ web: WebFixture) async throws -> [String: Any] {
    try await web.browser(.viewer).get("/api/v1/openapi.json").json
  }

  @Test func `every route of the API is in the document, and nothing else`() async throws {
    let web = try await WebFixture()
    let paths = try #require(try await document(web)["paths"] as? [String: [String: Any]])
    let documented = Set(
      paths.flatMap { path, operations in operations.keys.map { "\($0.uppercased()) \(path)" } })
    let routes = RouteTable.all.filter { $0.path.hasPrefix("/api/v1/") }
      .map { "\($0.method.rawValue) \($0.path)" }
    #expect(documented == Set(routes))
    let identifiers = paths.values.flatMap(\.values).compactMap {
      ($0 as? [String: Any])?["operationId"] as? String
    }
    #expect(identifiers.count == routes.count && Set(identifiers).count == routes.count)
  }

  @Test func `parameters in the path and those in braces are the same`() async throws {
    let web = try await WebFixture()
    let paths = try #require(try await document(web)["paths"] as? [String: [String: Any]])
    for (path, operations) in paths {
      let braces = path.split(separator: "/").filter { $0.hasPrefix("{") }
        .map { String($0.dropFirst().dropLast()) }
      for case let operation as [String: Any] in operations.values {
        let parameters = operation["parameters"] as? [[String: Any]] ?? []
        let inPath = parameters.filter { $0["in"] as? String == "path" }
          .compactMap { $0["name"] as? String }
        #expect(inPath == braces, "\(path)")
      }
    }
  }

  @Test func `no object has two members of one name, and every reference leads somewhere`() {
    let known = Set(OpenAPI.named.map(\.name))
    var (twice, lost): ([String], [String]) = ([], [])
    func look(_ schema: Schema) {
      if case .object(let members) = schema {
        let names = members.map(\.name)
        if Set(names).count < names.count { twice.append("\(names)") }
      }
      if case .reference(let name) = schema, !known.contains(name) { lost.append(name) }
      schema.parts.forEach(look)
    }
    for document in RouteTable.all.compactMap(\.document) {
      (document.answers + [document.body].compactMap(\.self)).forEach(look)
    }
    #expect(twice.isEmpty && lost.isEmpty)
  }

  @Test func `every name in the document stands for one schema`() {
    var found: [String: Set<String>] = [:]
    func collect(_ schema: Schema) {
      if case .named(let name, let whole) = schema {
        found[name, default: []].insert(whole.text)
      }
      schema.parts.forEach(collect)
    }
    for document in RouteTable.all.compactMap(\.document) {
      (document.answers + [document.body].compactMap(\.self)).forEach(collect)
    }
    #expect(found.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test func `every body that is read is described`() {
    for route in RouteTable.all {
      guard let body = route.document?.body else { continue }
      var isKnown = true
      func look(_ schema: Schema) {
        if case .any = schema { isKnown = false }
        schema.parts.forEach(look)
      }
      look(body)
      #expect(isKnown, "\(route.method.rawValue) \(route.path)")
    }
  }

  @Test func `a body's schema is what its type decodes`() {
    struct Body: Decodable {
      struct Part: Decodable { let box: [Double]? }
      let name: String
      let role: UserRole
      let isOn: Bool?
      let order: Sent<OrderName>?
      let parts: [Part]
    }
    let expected = """
      {"type":"object","properties":{"name":{"type":"string"},\
      "role":{"type":"string","enum":["viewer","editor","administrator"]},\
      "is_on":{"anyOf":[{"type":"boolean"},{"type":"null"}]},\
      "order":{"anyOf":[{"type":"string","enum":["oldest","newest","nearest","surest"]},\
      {"type":"null"}]},"parts":{"type":"array","items":{"type":"object","properties":{"box":\
      {"anyOf":[{"type":"array","items":{"type":"number"}},{"type":"null"}]}}}}},\
      "required":["name","role","parts"]}
      """
    #expect(BodySchema.of(Body.self).text == expected)
  }

  @Test(arguments: [
    #"{"id":1,"word":"a"}"#, #"{"id":1,"word":"a","more":null}"#,
    #"{"id":1,"word":"b","more":[1.5]}"#,
  ])
  func `what fits a schema has no problem`(text: String) throws {
    #expect(try Self.problems(text) == [])
  }

  @Test(arguments: [
    (#"{"word":"a"}"#, "x: id is missing"), (#"{"id":1,"word":"c"}"#, "x.word"),
    (#"{"id":1.5,"word":"a"}"#, "x.id"), (#"{"id":true,"word":"a"}"#, "x.id"),
    (#"{"id":null,"word":"a"}"#, "x.id"),
    (#"{"id":1,"word":"a","new":2}"#, "x.new is not described"),
    (#"{"id":1,"word":"a","more":["y"]}"#, "x.more[0]"), (#"[]"#, "x: "),
  ])
  func `what does not fit a schema is told with its place`(text: String, problem: String) throws {
    let found = try Self.problems(text)
    #expect(found.count == 1 && found.first?.hasPrefix(problem) == true, "\(found)")
  }

  private static func problems(_ text: String) throws -> [String] {
    let schema = Schema.object([
      .init("id", .integer), .init("word", .oneOf(["a", "b"])),
      .init("more", .optional(.list(.number)), isRequired: false),
    ])
    return SchemaCheck(named: [:]).problems(
      try JSONValue(text.utf8), try JSONValue(schema.text.utf8), at: "x")
  }
}
