internal import Catalog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Jobs
internal import Library
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
            "reason", .words(SetAsideReason.self), summary: "Only those with this reason."),
          .init("offset", .integer, summary: "The offset of the first file; default: 0."),
          .init("limit", .integer, summary: "1 to 500; default: 100."),
        ],
        answer: ListedPage.shape), handler: list),
    Route(
      .get, "/api/v1/set-aside.csv", .viewing,
      RouteDocument("All files that were set aside, as a table", file: "text/csv; charset=utf-8"),
      handler: table),
    Route(
      .post, "/api/v1/set-aside/retry", .editing,
      RouteDocument(
        "Try files again: some, those with some reasons, or all",
        body: RetryRequest.self, answer: Retried.shape),
      handler: retry),
  ]

  /// A part of the files, with how many there are of each reason.
  private struct ListedPage {
    let total: Int
    let reasons: [(reason: SetAsideReason, count: Int)]
    let files: [SetAsideFile]
    let unsupported: Int

    static let shape = Shape<ListedPage>.object([
      .field("total", .integer) { $0.total }, .field("reasons", .list(reason)) { $0.reasons },
      .field("files", .list(file)) { $0.files },
      .field("unsupported", .integer) { $0.unsupported },
    ])

    private static let reason = Shape<(reason: SetAsideReason, count: Int)>.object([
      .field("reason", .word) { $0.reason }, .field("sentence", .string) { $0.reason.sentence },
      .field("count", .integer) { $0.count },
    ])

    private static let file = Shape<SetAsideFile>.object([
      .field("id", .integer) { $0.id }, .field("path", .string) { $0.path.description },
      .field("name", .string) { $0.path.name.description }, .field("reason", .word) { $0.reason },
      .field("sentence", .string) { $0.reason.sentence },
      .field("detail", .optional(.string)) { $0.detail },
      .field("bytes", .optional(.integer)) { $0.bytes },
    ])
  }

  @Sendable private static func list(_ call: WebCall) throws -> ListedPage {
    let catalogue = call.app.catalogue
    let reason = try call.text("reason").map(Self.reason)
    let offset = try call.integer("offset", in: 0...1_000_000_000, default: 0)
    let limit = try call.integer("limit", in: 1...500, default: 100)
    let counts = try catalogue.files.counts()
    let reasons = counts.reasons.sorted {
      ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
    }
    let files = try catalogue.files.setAside(reason: reason, offset: offset, limit: limit)
    return ListedPage(
      total: reason.map { counts.reasons[$0] ?? 0 } ?? counts[.setAside],
      reasons: reasons.map { ($0.key, $0.value) }, files: files,
      unsupported: counts[.unsupported])
  }

  @Sendable private static func table(_ call: WebCall) throws -> Response {
    let catalogue = call.app.catalogue
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
    let text = lines.joined(separator: "\r\n") + "\r\n"
    return .bytes(
      Array(text.utf8), type: "text/csv; charset=utf-8",
      headers: [
        .cacheControl: "no-store", .contentDisposition: "attachment; filename=\"set-aside.csv\"",
      ])
  }

  private struct RetryRequest: Decodable {
    let reasons: [Sent<SetAsideReason>]?
    let ids: [Int64]?
  }

  private struct Retried {
    let count: Int
    /// What tries them; nil where there are none.
    let job: Job?

    static let shape = Shape<Retried>.object([
      .field("retried", .integer) { $0.count }, .field("job", .optional(Job.shape)) { $0.job },
    ])
  }

  @Sendable private static func retry(_ call: WebCall, _ wanted: RetryRequest) throws -> Retried {
    let reasons = try wanted.reasons?.map { try reason($0.text) }
    let app = call.app
    let count =
      try wanted.ids.map { try app.catalogue.files.retrySetAside(ids: $0) }
      ?? app.catalogue.files.retrySetAside(reasons: reasons)
    return Retried(count: count, job: count > 0 ? try app.jobs.start(.retry) : nil)
  }

  private static func reason(_ text: String) throws -> SetAsideReason {
    guard let reason = SetAsideReason(rawValue: text) else {
      let known = SetAsideReason.allCases.map(\.rawValue).joined(separator: ", ")
      throw RequestProblem(.badRequest, "Unknown reason “\(text)”. Use one of \(known).")
    }
    return reason
  }
}
