internal import Catalog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Jobs
internal import Library
internal import OrderedJSON
internal import PhotoCore
internal import Publishing

/// Files that could not be used, with their reasons.
enum SetAsideRoutes {
  static let all: [Route] = [
    Route(
      .get, "/api/v1/set-aside", .viewing,
      RouteDocument(
        "Files set aside",
        [
          .init(
            "reason", .oneOf(SetAsideReason.allCases.map(\.rawValue)),
            "Only those with this reason."),
          .init("offset", .integer, "The offset of the first file; default: 0."),
          .init("limit", .integer, "1 to 500; default: 100."),
        ],
        answer: .object([
          ("total", .integer), ("reasons", .list(.any)), ("files", .list(.any)),
          ("unsupported", .integer),
        ])), handler: list),
    Route(
      .get, "/api/v1/set-aside.csv", .viewing,
      RouteDocument("All files that were set aside, as a table", answer: .file("text/csv")),
      handler: table),
    Route(
      .post, "/api/v1/set-aside/retry", .editing,
      RouteDocument(
        "Try files again: some, those with some reasons, or all",
        body: .partial([("reasons", .list(.string)), ("ids", .list(.integer))]),
        answer: .object([("retried", .integer), ("job", .optional(.named("Job")))])),
      handler: retry),
  ]

  @Sendable private static func list(_ call: WebCall) async throws -> Response {
    let catalogue = call.app.catalogue
    let reason = try call.text("reason").map(Self.reason)
    let offset = try call.integer("offset", in: 0...1_000_000_000, default: 0)
    let limit = try call.integer("limit", in: 1...500, default: 100)
    return try await call.answer {
      let counts = try catalogue.files.counts()
      let reasons = counts.reasons.sorted {
        ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
      }
      let files = try catalogue.files.setAside(reason: reason, offset: offset, limit: limit)
      return .object([
        ("total", .count(reason.map { counts.reasons[$0] ?? 0 } ?? counts[.setAside])),
        (
          "reasons",
          .array(
            reasons.map { reason, count in
              .object([
                ("reason", .text(reason.rawValue)), ("sentence", .text(reason.sentence)),
                ("count", .count(count)),
              ])
            })
        ),
        ("files", .array(files.map(json))), ("unsupported", .count(counts[.unsupported])),
      ])
    }
  }

  private static func json(_ file: SetAsideFile) -> JSONText {
    .object([
      ("id", .integer(file.id)), ("path", .text(file.path.description)),
      ("name", .text(file.path.name.description)), ("reason", .text(file.reason.rawValue)),
      ("sentence", .text(file.reason.sentence)), ("detail", .text(orNull: file.detail)),
      ("bytes", .integer(orNull: file.bytes)),
    ])
  }

  @Sendable private static func table(_ call: WebCall) async throws -> Response {
    let catalogue = call.app.catalogue
    let text = try await call.run {
      var lines = ["path,reason,sentence,detail,bytes"]
      var offset = 0
      while true {
        let page = try catalogue.files.setAside(reason: nil, offset: offset, limit: 1000)
        guard !page.isEmpty else { break }
        lines += page.map { file in
          let texts = [
            file.path.description, file.reason.rawValue, file.reason.sentence, file.detail ?? "",
          ]
          return (texts.map { TextTables.csv(.text($0)) } + [file.bytes.map(String.init) ?? ""])
            .joined(separator: ",")
        }
        offset += page.count
      }
      return lines.joined(separator: "\r\n") + "\r\n"
    }
    return .bytes(
      Array(text.utf8), type: "text/csv; charset=utf-8",
      headers: [
        .cacheControl: "no-store", .contentDisposition: "attachment; filename=\"set-aside.csv\"",
      ])
  }

  private struct Wanted: Decodable {
    let reasons: [String]?
    let ids: [Int64]?
  }

  @Sendable private static func retry(_ call: WebCall) async throws -> Response {
    let wanted = try await call.json(Wanted.self)
    let reasons = try wanted.reasons?.map(Self.reason)
    let app = call.app
    return try await call.answer {
      let count =
        try wanted.ids.map { try app.catalogue.files.retrySetAside(ids: $0) }
        ?? app.catalogue.files.retrySetAside(reasons: reasons)
      let job = count > 0 ? try app.jobs.start(.retry) : nil
      return .object([
        ("retried", .count(count)), ("job", job.map(JobRoutes.json) ?? .null),
      ])
    }
  }

  private static func reason(_ text: String) throws -> SetAsideReason {
    guard let reason = SetAsideReason(rawValue: text) else {
      let known = SetAsideReason.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem(.badRequest, "Unknown reason “\(text)”. Use one of \(known).")
    }
    return reason
  }
}
