import Catalog
import Fixtures
import Foundation
import Geography
import PhotoCore

/// A catalogue in a temporary folder, and photos to put into it.
struct CatalogFixture {
  let folder: TemporaryFolder
  let catalogue: CatalogDatabase

  static let detector = RegisteredModel(
    name: "detector",
    labels: LabelSet(
      vocabulary: "coco", task: .detection,
      classes: [
        LabelClass(name: "person"), LabelClass(name: "dog", synonyms: ["hound"]),
        LabelClass(name: "car"),
      ]), threshold: 0.25, recordJSON: "{}")
  static let classifier = RegisteredModel(
    name: "classifier",
    labels: LabelSet(
      vocabulary: "imagenet", task: .classification,
      classes: [LabelClass(name: "seashore"), LabelClass(name: "alp")]), threshold: 0.3,
    recordJSON: "{}")

  init(gazetteer: Gazetteer? = nil) throws {
    folder = try TemporaryFolder()
    catalogue = try Self.open(folder.path("catalogue.sqlite"), gazetteer: gazetteer)
    try catalogue.models.register([Self.detector, Self.classifier])
  }

  static func open(_ path: String, gazetteer: Gazetteer? = nil) throws -> CatalogDatabase {
    try CatalogDatabase(path: path, gazetteer: gazetteer)
  }

  static func stamp(_ seed: Int) -> FileStamp {
    FileStamp(bytes: Int64(1000 + seed), modifiedNanoseconds: Int64(seed))
  }

  static func hash(_ seed: Int) -> ContentHash? {
    ContentHash(bytes: (0..<32).map { UInt8(truncatingIfNeeded: seed >> ($0 % 4 * 8)) })
  }

  static func listing(_ names: [String], seed: Int = 0) -> [ListedFile] {
    names.map { ListedFile(name: FilePath($0), kind: .regular(stamp(seed))) }
  }

  @discardableResult
  func scan(
    _ names: [String], in path: String = "/trip", seed: Int = 0, role: FileRole = .inPlace
  ) throws -> FolderChanges {
    try catalogue.scans.recordFolder(
      FilePath(path), listing: Self.listing(names, seed: seed), role: role, at: 1)
  }

  /// Stores the same outcome for every pending file; `hash` decides about identity.
  @discardableResult
  func storeAll(hash: (PendingFile) -> ContentHash?, _ outcome: Finding.Outcome) throws
    -> [StoredOutcome]
  {
    let pending = try catalogue.files.pending(after: 0, limit: 1000)
    return try catalogue.findings.store(
      pending.map {
        AnalysedFile(
          file: $0,
          finding: Finding(
            path: $0.path, bytes: $0.stamp.bytes, sha256: hash($0), outcome: outcome))
      }, at: 2)
  }

  static func photo(
    taken: CaptureTime? = nil, position: Position? = nil, objects: [DetectedObject] = [],
    scenes: [SceneScore] = [], warning: PhotoWarning? = nil, camera: Camera? = nil,
    embedding: [Float16] = [0], size: PixelSize = PixelSize(width: 40, height: 30),
    colour: UInt32? = nil
  ) -> Finding.Outcome {
    .photo(
      PhotoFinding(
        format: .jpeg, size: size, orientation: .upright, taken: taken,
        position: position, camera: camera, warning: warning,
        recognition: PhotoRecognition(
          detector: "detector", objects: objects, classifier: "classifier", scenes: scenes,
          embedding: EmbeddingBytes(
            bytes: embedding.flatMap {
              [UInt8($0.bitPattern & 255), UInt8($0.bitPattern >> 8)]
            })), colour: colour))
  }

  /// Adds one photo of its own and gives its row id.
  func add(_ name: String, in folder: String = "/trip", _ outcome: Finding.Outcome) throws -> Int64
  {
    let path = FilePath(folder).appending(name)
    // One listing of all that is there: a file that is not in it would be missing.
    let known = try files().filter { $0.path.parent == FilePath(folder) }
    try scan(known.map { $0.path.name.description } + [name], in: folder)
    try storeAll(hash: { CatalogFixture.hash(Int($0.id) * 31) }, outcome)
    return try catalogue.files.file(at: path)?.photoID ?? 0
  }

  func files() throws -> [FileRecord] {
    var found: [FileRecord] = []
    try catalogue.files.forEach { found.append($0) }
    return found
  }

  func state(_ path: String) throws -> FileState? {
    try files().first { $0.path == FilePath(path) }?.state
  }
}
