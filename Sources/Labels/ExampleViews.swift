internal import Analysis
internal import Catalog
internal import Foundation
internal import Learning
internal import PhotoCore
internal import Recognition

/// What learners see of a label's examples: for both the same examples in the same order, that of the
/// photos' hashes.
struct ExampleViews {
  /// For cnn3; empty where no crops were wanted.
  private(set) var crops: [Labelled<RGBImage>] = []
  /// For transfer.
  private(set) var embeddings: [Labelled<[Float]>] = []
  /// The scene network of the embeddings; nil where there are none.
  private(set) var embeddingModel: String?
  private(set) var leftOut = LabelLeftOut()

  /// The examples that were looked at.
  var examples: [Example] { embeddings.map(\.example) }

  /// Looks at examples. Each is decoded again, so that one that vanished or changed is
  /// found out.
  ///
  /// - Parameter wantsCrops: whether pixels are wanted as well as embeddings.
  init(
    _ examples: [LabelExample], wantsCrops: Bool, catalogue: CatalogDatabase, pool: ViewWorkers,
    progress: (_ done: Int, _ total: Int) -> Void
  ) throws {
    let photos = Dictionary(grouping: examples.indices) { examples[$0].mark.photo }
      .sorted { $0.key < $1.key }.map(\.value)
    var (orders, places): ([ViewRequest], [[Int]]) = ([], [])
    for indices in photos {
      let first = examples[indices[0]]
      guard let original = try catalogue.files.original(of: first.mark.photo) else {
        leftOut.missing.append(Self.name(first))
        continue
      }
      places.append(indices)
      orders.append(
        ViewRequest(
          source: original.path, sha256: first.sha256, boxes: indices.map { examples[$0].mark.box },
          wantsCrops: wantsCrops, wantsEmbeddings: true))
    }
    var seen: [Int: LabelView] = [:]
    var done = 0
    try pool.extractViews(at: orders) { number, result in
      done += 1
      progress(done, orders.count)
      note(result, of: examples, at: places[number], in: &seen)
    }
    try keep(seen, of: examples, in: catalogue)
    take(seen, of: examples, wantsCrops: wantsCrops)
  }

  private mutating func note(
    _ result: ViewReply, of examples: [LabelExample], at places: [Int],
    in seen: inout [Int: LabelView]
  ) {
    let name = Self.name(examples[places[0]])
    switch result {
    case .seen(let views, let model):
      embeddingModel = model ?? embeddingModel
      for (place, view) in zip(places, views) {
        if view.isTooSmall { leftOut.tooSmall.append(name) } else { seen[place] = view }
      }
    case .gone: leftOut.missing.append(name)
    case .changed: leftOut.changed.append(name)
    case .failed: leftOut.unreadable.append(name)
    }
  }

  /// Embeddings of boxes serve the label's use as well.
  private func keep(
    _ seen: [Int: LabelView], of examples: [LabelExample], in catalogue: CatalogDatabase
  ) throws {
    guard let embeddingModel else { return }
    var vectors: [LabelMark: EmbeddingBytes] = [:]
    for (place, view) in seen { vectors[examples[place].mark] = view.embedding }
    try catalogue.recognition.store(embeddings: vectors, by: embeddingModel)
  }

  private mutating func take(
    _ seen: [Int: LabelView], of examples: [LabelExample], wantsCrops: Bool
  ) {
    let groups = BurstGroups(examples)
    let ids = examples.map { LabelMarkID(sha256: $0.sha256, box: $0.mark.box).description }
    // Neither when they were marked nor where the photos stand in the catalogue may change what is learnt.
    for place in examples.indices.sorted(by: { ids[$0] < ids[$1] }) {
      let example = examples[place]
      let id = ids[place]
      guard let view = seen[place], let embedding = view.embedding else { continue }
      let learned = Example(
        id: id, group: groups.group(of: example), isYes: example.answer, size: view.size)
      if wantsCrops {
        let side = PixelSize(width: LabelView.cropSide, height: LabelView.cropSide)
        guard let crop = view.crop, let image = RGBImage(size: side, pixels: Array(crop)) else {
          continue
        }
        crops.append(Labelled(learned, input: image))
      }
      embeddings.append(Labelled(learned, input: embedding.values))
    }
  }

  private static func name(_ example: LabelExample) -> String {
    example.path?.description ?? example.sha256.hex
  }
}
