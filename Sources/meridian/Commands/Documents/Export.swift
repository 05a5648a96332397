import Analysis
import ArgumentParser
import Catalog
import Foundation
import PhotoCore
import Publishing
import Query

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Export the photos of a query as pictures or as a table.",
    discussion: """
      Examples:
        meridian export images "beach and 2014" -o ~/story
        meridian export csv "has:gps" -o photos.csv

      Pictures: images (upright, into images/), annotated (with boxes, into images_yolo/), persons \
      (those with a person, into images_personal/), named 0001.jpg … in chronological order; JPEGs \
      are rotated without loss if their size allows it. Tables: csv, jsonl, geojson, xlsx. \
      docs/documents.md describes the columns.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case images, annotated, persons, csv, jsonl, geojson, xlsx
  }

  @Argument(help: "images, annotated, persons, csv, jsonl, geojson or xlsx.")
  var form: Form

  @Argument(help: "The query; empty for all photos.")
  var query: [String] = []

  @Option(name: .shortAndLong, help: "The folder (pictures) or file (tables) to write.")
  var output: String

  @Flag(name: .customLong("strip-gps"), help: "Remove the position from exported pictures.")
  var stripGPS = false

  @Flag(name: .long, help: "Replace the file if it exists.")
  var overwrite = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let session = try QuerySession(query.joined(separator: " "), options)
      if let kind = ImageFolder.Kind(rawValue: form.rawValue) {
        try exportPictures(kind, session)
      } else {
        try exportTable(session)
      }
    }
  }

  /// The file to write: a folder that is given for a table gets `photos.csv` and so on.
  private var tablePath: String {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: output, isDirectory: &isFolder)
    return exists && isFolder.boolValue ? "\(output)/photos.\(form.rawValue)" : output
  }

  private func exportTable(_ session: QuerySession) throws {
    let thresholds = session.thresholds
    let photos = session.photos()
    var note = ""
    if form == .xlsx {
      try ExcelTable.write(
        try session.allPhotos(), thresholds: thresholds, to: tablePath, overwrite: overwrite)
    } else {
      let file = try OutputFile(tablePath, overwrite: overwrite)
      switch form {
      case .csv: try TextTables.writeCSV(photos, thresholds: thresholds, to: file)
      case .geojson:
        let leftOut = try TextTables.writeGeoJSON(photos, to: file)
        if leftOut > 0 { note = "; \(leftOut) without a position not included" }
      default: try TextTables.writeJSONLines(photos, to: file)
      }
      try photos.finish()
      try file.finish()
    }
    print("\(session.hits.ids.count) photos in \(Terminal.printable(tablePath))\(note)")
  }

  private func exportPictures(_ kind: ImageFolder.Kind, _ session: QuerySession) throws {
    let launch = WorkerLaunch(
      executable: Installation.executable, arguments: ["analyze", "--requests", "--no-networks"],
      log: nil)
    let renderer = WorkerRenderer(WorkerSupervisor(launch: launch))
    let output = FilePath(URL(fileURLWithPath: self.output).standardizedFileURL.path)
    let folder = ImageFolder(
      kind: kind, output: output, thresholds: session.thresholds, stripGPS: stripGPS)
    let summary = try folder.export(try session.allPhotos(), renderer: renderer) { done, total in
      if Terminal.showsProgress {
        FileHandle.standardError.write(Data("\r\u{1B}[K\(done) of \(total)".utf8))
      }
    }
    if Terminal.showsProgress { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    print(
      "\(summary.made) pictures in \(Terminal.printable("\(self.output)/\(kind.folderName)")): "
        + "\(summary.copied) unchanged, \(summary.lossless) rotated without loss, "
        + "\(summary.reencoded) re-encoded")
    for (path, why) in summary.failed.sorted(by: { $0.key < $1.key }) {
      Terminal.complain("skipped \(Terminal.printable(path.description)): \(why)")
    }
    if !summary.failed.isEmpty { throw ExitCode(1) }
  }
}

/// Has pictures made in the worker, where untrusted bytes belong.
private struct WorkerRenderer: PhotoRenderer {
  private let supervisor: WorkerSupervisor

  init(_ supervisor: WorkerSupervisor) {
    self.supervisor = supervisor
  }

  func render(_ request: RenderRequest) throws -> RenderOutcome {
    let order = WorkerRenderRequest(
      source: request.source, destination: request.destination,
      style: request.objects.map { .annotated($0) } ?? .plain, turn: request.turn,
      stripGPS: request.stripGPS)
    return switch try supervisor.render(order) {
    case .copied: .copied
    case .lossless: .lossless
    case .reencoded: .reencoded
    case .failed(let why): .failed(why)
    }
  }
}
