package import Analysis
package import Catalog
internal import Fixtures
internal import Foundation
package import Labels
package import Library
package import PhotoCore
internal import Query
internal import Recognition

/// A library of pictures with two things on each: a red disc, a green triangle or a blue square. A
/// detector, so the catalogue believes, took each for a person.
package struct LabelFixture {
  package enum Shape: Int, CaseIterable {
    case disc, triangle, square
  }

  package let base: ImportFixture
  package let catalogue: CatalogDatabase
  /// Row ids, and what is on the left and on the right.
  package private(set) var photos: [(id: Int64, left: Shape, right: Shape)] = []

  package static let left = UnitBox(left: 0.1, top: 0.2, width: 0.3, height: 0.6)
  package static let right = UnitBox(left: 0.6, top: 0.2, width: 0.3, height: 0.6)
  private static let size = PixelSize(width: 160, height: 80)

  /// - Parameter count: how many pictures; every second has a disc.
  package init(_ count: Int) throws {
    base = try ImportFixture()
    catalogue = try base.library.openOrMakeCatalogue()
    try catalogue.models.register(ImportFixture.models())
    for number in 0..<count {
      let others = [Shape.triangle, .square]
      let other = others[number / 2 % 2]
      let pair = number % 2 == 0 ? (Shape.disc, other) : (others[number / 4 % 2], other)
      photos.append((try add("\(number).png", pair, seed: UInt64(number)), pair.0, pair.1))
    }
  }

  /// Stores a picture as the analysis would.
  @discardableResult
  package func add(
    _ name: String, _ pair: (Shape, Shape), seed: UInt64, boxes: [UnitBox] = [left, right],
    takenAfter seconds: Int? = nil
  ) throws -> Int64 {
    let bytes = try Self.picture(pair, seed: seed).encoded(".png")
    let path = try base.folder.write(bytes, to: "trip/\(name)")
    let listing = try FileManager.default.contentsOfDirectory(atPath: base.trip.description)
      .sorted().map { name in
        ListedFile(name: FilePath(name), kind: .regular(try Self.stamp(base.trip.appending(name))))
      }
    _ = try catalogue.scans.recordFolder(base.trip, listing: listing, role: .inPlace, at: 1)
    let found = try PhotoAnalysis(recogniser: nil, thumbnails: nil).finding(for: FilePath(path))
    guard case .photo(let photo) = found.outcome,
      let pending = try catalogue.files.pending(after: 0, limit: 1).first
    else { throw FixtureError.cannotRead(name) }
    let recognition = PhotoRecognition(
      detector: ModelStore.defaultDetector,
      objects: boxes.map { DetectedObject(className: "person", confidence: 0.9, box: $0) },
      classifier: ModelStore.defaultClassifier, scenes: [], embedding: nil)
    let taken = seconds.flatMap { seconds in
      WallTime(year: 2014, month: 6, day: 1).map {
        CaptureTime(
          wall: WallTime(milliseconds: $0.milliseconds + Int64(seconds) * 1000),
          utcOffsetMinutes: nil, source: .exif)
      }
    }
    let finding = Finding(
      path: found.path, bytes: found.bytes, sha256: found.sha256,
      outcome: .photo(
        PhotoFinding(
          format: photo.format, size: photo.size, orientation: .upright, taken: taken,
          position: nil, camera: nil, warning: nil, recognition: recognition)))
    _ = try catalogue.findings.store([AnalysedFile(file: pending, finding: finding)], at: 1)
    return try catalogue.files.file(at: FilePath(path))?.photoID ?? 0
  }

  private static func stamp(_ path: FilePath) throws -> FileStamp {
    var status = stat()
    guard stat(path.description, &status) == 0 else { throw FixtureError.cannotRead("\(path)") }
    return FileStamp(
      bytes: Int64(status.st_size),
      modifiedNanoseconds: Int64(status.st_mtim.tv_sec) * 1_000_000_000
        + Int64(status.st_mtim.tv_nsec))
  }

  /// Grey noise with two shapes, each of its own size and place within its box.
  private static func picture(_ pair: (Shape, Shape), seed: UInt64) -> PictureFixture {
    var random = SplitMix64(seed: seed &+ 1000)
    var pixels = (0..<size.area).flatMap { _ -> [UInt8] in
      let grey = UInt8.random(in: 100...150, using: &random)
      return [grey, grey, grey]
    }
    for (shape, box) in [(pair.0, left), (pair.1, right)] {
      let middle = (
        Int((box.left + box.width / 2) * Double(size.width))
          + Int.random(in: -4...4, using: &random),
        Int((box.top + box.height / 2) * Double(size.height))
          + Int.random(in: -4...4, using: &random)
      )
      let radius = Int.random(in: 12...18, using: &random)
      for y in -radius...radius {
        for x in -radius...radius where isInside(shape, x, y, radius) {
          let at = ((middle.1 + y) * size.width + middle.0 + x) * 3
          for band in 0..<3 { pixels[at + band] = band == shape.rawValue ? 220 : 40 }
        }
      }
    }
    return PictureFixture(size: size, pixels: pixels)
  }

  private static func isInside(_ shape: Shape, _ x: Int, _ y: Int, _ radius: Int) -> Bool {
    switch shape {
    case .disc: x * x + y * y <= radius * radius
    case .triangle: y + radius >= 2 * abs(x)
    case .square: max(abs(x), abs(y)) <= radius * 3 / 4
    }
  }

  /// A label about persons, with each box of the first pictures marked by whether it is a disc.
  package func discs(marked count: Int) throws -> LabelRecord {
    let label = try catalogue.labels.make(LabelName("disc"), subject: .boxes(of: "person"), at: 1)
    let answers: [(mark: LabelMark, answer: Bool?)] = photos.prefix(count).flatMap { photo in
      [
        (LabelMark(photo: photo.id, box: Self.left), photo.left == .disc),
        (LabelMark(photo: photo.id, box: Self.right), photo.right == .disc),
      ]
    }
    _ = try catalogue.labels.mark(answers, of: label.id, by: .page, at: 2)
    return try catalogue.labels.label(label.id) ?? label
  }

  package func launch() throws -> WorkerLaunch { try base.settings(networks: true).launch }

  package func learn(
    _ label: LabelRecord, _ learners: Set<LabelLearner> = [.transfer], stop: StopSign = StopSign(),
    progress: @escaping @Sendable (LabelProgress) -> Void = { _ in }
  ) throws -> LabelTrainingResult {
    var settings = LabelLearning.Settings(launch: try launch(), workerCount: 1)
    settings.learners = learners
    // Enough for shapes of three colours, and a test need not last.
    settings.epochs = 8
    let now = try catalogue.labels.label(label.id) ?? label
    return try LabelLearning(
      library: base.library, catalogue: catalogue, settings: settings, stop: stop
    ).run(now, progress: progress)
  }

  package func apply(_ label: LabelRecord, stop: StopSign = StopSign()) throws -> LabelUseSummary {
    let application = LabelApplication(
      library: base.library, catalogue: catalogue, launch: try launch(), workerCount: 1, stop: stop)
    return try application.run([try catalogue.labels.label(label.id) ?? label])
  }

  package func found(_ text: String) throws -> Set<Int64> {
    let (lexicon, thresholds) = try base.library.lexicon(catalogue) { [] }
    let expression = try lexicon.resolve(
      QueryParser.parseKeepingOffsets(text), thresholds: thresholds)
    return Set(try catalogue.search.hits(expression).ids)
  }
}
