internal import Analysis
internal import Catalog
internal import Foundation
internal import Learning
internal import Library
internal import PhotoCore
internal import Query
internal import Recognition

/// A version of a label that gives probabilities.
struct LabelPredictor {
  private enum Method {
    case linear(TransferModel, embeddingModel: String)
    case network(FilePath)
  }

  /// The version's row id.
  let version: Int64
  private let name: String
  private let means: Method

  /// - Throws: ``LabelRunError/brokenVersion(label:detail:)``.
  init(label: LabelRecord, version: LabelVersion, library: LibraryFolder) throws {
    self.version = version.id
    name = label.name
    switch version.weights {
    case .linear(let json, let model):
      do {
        let linear = try JSONDecoder().decode(TransferModel.self, from: Data(json.utf8))
        means = .linear(linear, embeddingModel: model)
      } catch {
        throw LabelRunError.brokenVersion(label: label.name, detail: "\(error)")
      }
    case .network(let folder):
      let path = library.folder(of: label.id, version: folder)
      guard FileManager.default.fileExists(atPath: path.appending("record.json").description) else {
        throw LabelRunError.brokenVersion(label: label.name, detail: "\(path) is not there")
      }
      means = .network(path)
    }
  }

  /// The probabilities that need no look at the photo.
  func known(_ marks: [LabelMark], _ catalogue: CatalogDatabase) throws -> [LabelMark: Double] {
    guard case .linear(let linear, let model) = means else { return [:] }
    let vectors = try catalogue.recognition.embeddings(of: marks, by: model)
    let pairs = vectors.map { ($0.key, $0.value.values) }
    let probabilities = try linear.probabilities(of: pairs.map(\.1))
    return Dictionary(zip(pairs.map(\.0), probabilities)) { first, _ in first }
  }

  func order(for boxes: [UnitBox?], of source: FilePath, sha256: ContentHash) -> ViewRequest {
    switch means {
    case .linear:
      ViewRequest(source: source, sha256: sha256, boxes: boxes, wantsEmbeddings: true)
    case .network(let folder):
      ViewRequest(source: source, sha256: sha256, boxes: boxes, network: folder)
    }
  }

  /// - Throws: ``LabelRunError/otherNetwork(label:wanted:found:)`` for embeddings of another network
  ///   than those that the version has learnt from.
  func check(_ model: String?) throws(LabelRunError) {
    guard case .linear(_, let wanted) = means, model != wanted else { return }
    throw .otherNetwork(label: name, wanted: wanted, found: model)
  }

  /// - Returns: nil for what is too small to be classified.
  func probability(of view: LabelView) throws -> Double? {
    switch means {
    case .linear(let linear, _):
      guard let embedding = view.embedding else { return nil }
      return try linear.probabilities(of: [embedding.values]).first
    case .network: return view.probability
    }
  }

  func keep(_ vectors: [LabelMark: EmbeddingBytes], _ catalogue: CatalogDatabase) throws {
    guard case .linear(_, let model) = means else { return }
    try catalogue.recognition.store(embeddings: vectors, by: model)
  }
}

extension LibraryFolder {
  /// The least confidence of a box that a label looks at: the one from which it counts in queries.
  func leastConfidence(of subject: LabelSubject, _ catalogue: CatalogDatabase) throws -> Double {
    guard let className = subject.className else { return 0 }
    let (lexicon, thresholds) = try lexicon(catalogue) { [] }
    let classes = lexicon.allClasses.filter {
      $0.task == .detection && $0.className == className
    }
    return classes.map { thresholds.value(for: $0) }.min() ?? thresholds.usual(for: .detection)
  }
}
