internal import Catalog
internal import Foundation
internal import Geography
internal import HTTPTypes
internal import Hummingbird
internal import Library
internal import PhotoCore
internal import Publishing
internal import Query
internal import Search

/// Documents of a result: tables and the report, as the command line makes them.
enum ExportRoutes {
  enum Form: String, CaseIterable {
    case csv, jsonl, geojson, xlsx, report

    var mediaType: String {
      switch self {
      case .csv: "text/csv; charset=utf-8"
      case .jsonl: "application/jsonl"
      case .geojson: "application/geo+json"
      case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      case .report: "text/html; charset=utf-8"
      }
    }

    var fileName: String { self == .report ? "report.html" : "photos.\(rawValue)" }
  }

  static let all: [Route] = [
    Route(
      .get, "/api/v1/export", .viewing,
      RouteDocument(
        "Export a result: a table, GeoJSON, a workbook, or a report in one HTML file",
        QueryParameter.query + [
          .init("form", .words(Form.self), summary: "The kind of document.", required: true)
        ], files: Form.allCases.map(\.mediaType)), asyncHandler: export)
  ]

  @Sendable private static func export(_ call: WebCall) async throws -> Response {
    guard let form = call.text("form").flatMap({ Form(rawValue: $0) }) else {
      let known = Form.allCases.map(\.rawValue).joined(separator: ", ")
      throw RequestProblem(.badRequest, "form must be one of \(known).")
    }
    let app = call.app
    let text = call.text("q") ?? ""
    let order = call.text("order") ?? "oldest"
    let path = try await call.run {
      try write(form, try app.queries.find(text, order: order), app)
    }
    return try await FileAnswer(
      path: path, type: form.mediaType, name: form.fileName, isDownload: true, cache: "no-store",
      isTemporary: true
    ).response(call)
  }

  private static let temporaryPrefix = ".export-"

  /// Documents that were being sent when the last process was killed.
  static func removeLeftovers(in library: LibraryFolder) {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: library.path.description)) ?? []
    for name in names where name.hasPrefix(temporaryPrefix) {
      try? FileManager.default.removeItem(atPath: library.path.appending(name).description)
    }
  }

  /// Writes the document beside the catalogue, where there is room; it goes when it was sent.
  private static func write(_ form: Form, _ found: QueryResult, _ app: WebApp) throws -> FilePath {
    let path = app.library.path.appending("\(temporaryPrefix)\(SecureRandom.text().prefix(16))")
    let name = path.description
    let photos = app.catalogue.photos.pages(found.result.allIDs())
    let thresholds = found.snapshot.thresholds
    if form == .xlsx {
      let all = Array(photos)
      try photos.finish()
      try ExcelTable.write(all, thresholds: thresholds, to: name, overwrite: true)
      return path
    }
    let file = try OutputFile(name, overwrite: true)
    switch form {
    case .csv: try TextTables.writeCSV(photos, thresholds: thresholds, to: file)
    case .geojson: try TextTables.writeGeoJSON(photos, to: file)
    case .report:
      try report(found, app).write(photos, count: found.result.count, to: file)
    case .jsonl, .xlsx: try TextTables.writeJSONLines(photos, to: file)
    }
    try photos.finish()
    try file.finish()
    return path
  }

  private static func report(_ found: QueryResult, _ app: WebApp) throws -> HTMLReport {
    let library = app.library
    let heading = HTMLReport.Heading(
      title: "Meridian", query: found.text,
      made: String(WallTime(milliseconds: app.now()).description.prefix(10)),
      models: try app.catalogue.models.all().map(\.line), thresholds: found.snapshot.thresholds,
      leftOut: found.leftOut, attribution: Gazetteer.attribution)
    return HTMLReport(heading: heading) { photo in
      FileManager.default.contents(atPath: library.smallThumbnail(of: photo.sha256).description)
        .map { [UInt8]($0) }
    }
  }
}
