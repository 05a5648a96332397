import Analysis
import ArgumentParser
import Foundation
import PhotoCore
import Recognition

struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Analyse single files: reads paths, writes one JSON object per line.",
    discussion: """
      Example:  find ~/Pictures -type f -print0 | meridian analyze --null > findings.jsonl

      Does not use a library. `meridian add` runs this command as its worker.
      """)

  @Flag(name: .customLong("null"), help: "Paths end with a NUL byte instead of a newline.")
  var nullTerminated = false

  @Option(help: "The folder for thumbnails. Default: no thumbnails.")
  var thumbnails: String?

  @Flag(name: .long, help: "Do not run models: only hash, metadata and decoding.")
  var noNetworks = false

  @Option(help: "The model that finds objects, or none.")
  var detector = ModelStore.defaultDetector

  @Option(help: "The model that names scenes, or none.")
  var classifier = ModelStore.defaultClassifier

  @Flag(name: .long, help: "Also run the detector on overlapping tiles: slow, finds small objects.")
  var thorough = false

  @Flag(name: .long, help: .hidden)
  var requests = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    ResourceLimits.apply()
    signal(SIGINT, requests ? SIG_IGN : SIG_DFL)
    let recogniser: Recogniser?
    do {
      recogniser =
        noNetworks
        ? nil
        : try Recogniser(
          store: options.models, detector: detector == "none" ? nil : detector,
          classifier: classifier == "none" ? nil : classifier, isThorough: thorough)
    } catch {
      if requests { WorkerLoop.refuse(error.description) }
      Terminal.complain(error.description)
      throw ExitCode(1)
    }
    let analysis = PhotoAnalysis(
      recogniser: recogniser, thumbnails: thumbnails.map { FilePath($0) })
    if requests {
      WorkerLoop(analysis: analysis).run()
    } else {
      try Failure.explained { try analyseByHand(analysis) }
    }
  }

  private func analyseByHand(_ analysis: PhotoAnalysis) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let separator: UInt8 = nullTerminated ? 0 : 0x0A
    var lines = StandardInputRecords(separator: separator)
    while let bytes = lines.next() {
      guard !bytes.isEmpty else { continue }
      let finding = try analysis.finding(for: FilePath(bytes: bytes))
      FileHandle.standardOutput.write(try encoder.encode(finding) + [0x0A])
    }
  }
}

/// Standard input cut at a byte.
struct StandardInputRecords: IteratorProtocol {
  let separator: UInt8
  private var buffer: [UInt8] = []
  private var ended = false

  init(separator: UInt8) {
    self.separator = separator
  }

  mutating func next() -> [UInt8]? {
    while true {
      if let end = buffer.firstIndex(of: separator) {
        let record = Array(buffer[..<end])
        buffer.removeSubrange(...end)
        return record
      }
      guard !ended else {
        defer { buffer = [] }
        return buffer.isEmpty ? nil : buffer
      }
      let data = FileHandle.standardInput.availableData
      ended = data.isEmpty
      buffer += data
    }
  }
}
