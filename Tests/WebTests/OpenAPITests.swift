import Catalog
import Foundation
import HTTPTypes
import PhotoCore
import Query
import Testing

@testable import Web

/// The API document against the routes, and answers against the document.
@Suite(.timeLimit(.minutes(5)))
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

  @Test func `answers have the members that the document promises`() async throws {
    let web = try await WebFixture(
      photos: 2, networks: TestModels([.detector("tiny")]).web)
    let browser = try web.browser(.administrator)
    _ = try web.catalogue.labels.make(try LabelName("tent"), subject: .photo, at: 1)
    let document = try await document(web)
    let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
    let examples = [
      "/api/v1/map": "zoom=2&west=-180&south=-80&east=180&north=80",
      "/api/v1/complete": "text=do", "/api/v1/search": "q=not%20dog",
    ]
    // A comparison needs results of two networks: the browser's tests have them.
    let skipped: Set = [
      "/api/v1/events", "/api/v1/export", "/api/v1/uploads/{sha256}", "/api/v1/models/compare",
      "/api/v1/models/compare/photos",
    ]
    for (path, operations) in paths where !skipped.contains(path) {
      guard let operation = operations["get"] else { continue }
      let real = path.replacing("{id}", with: "1") + (examples[path].map { "?\($0)" } ?? "")
      guard !real.contains("{") else { continue }
      let reply = try await browser.get(real)
      #expect(reply.status == 200, "\(real): \(reply.text.prefix(200))")
      let responses = operation["responses"] as? [String: [String: Any]]
      let content = responses?["200"]?["content"] as? [String: [String: Any]]
      guard let schema = content?["application/json"]?["schema"] as? [String: Any] else { continue }
      expect(reply.json, fits: schema, document, real)
    }
  }

  private func expect(
    _ value: Any, fits schema: [String: Any], _ document: [String: Any], _ place: String
  ) {
    if let reference = schema["$ref"] as? String {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      let schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: Any]
      guard let named = schemas?[name] as? [String: Any] else {
        Issue.record("\(place): no schema \(name)")
        return
      }
      expect(value, fits: named, document, place)
      return
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      if !(value is NSNull) { expect(value, fits: choices[0], document, place) }
      return
    }
    switch schema["type"] as? String {
    case "object":
      guard let object = value as? [String: Any] else {
        Issue.record("\(place): no object")
        return
      }
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      for name in schema["required"] as? [String] ?? [] {
        guard let member = object[name] else {
          Issue.record("\(place): \(name) is missing")
          continue
        }
        expect(member, fits: properties[name] ?? [:], document, "\(place) \(name)")
      }
    case "array":
      guard let array = value as? [Any] else {
        Issue.record("\(place): no array")
        return
      }
      let items = schema["items"] as? [String: Any] ?? [:]
      for item in array.prefix(3) { expect(item, fits: items, document, place) }
    case "string": #expect(value is String, "\(place)")
    case "integer", "number": #expect(value is NSNumber, "\(place)")
    case "boolean": #expect(value is Bool, "\(place)")
    default: break
    }
  }
}
