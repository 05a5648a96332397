internal import PhotoCore
internal import Recognition

/// Whether a model works: it is loaded as a run would load it, and runs on a grey picture.
enum ModelTrial {
  /// The middle of the scale, on which every network gives finite numbers.
  private static let grey: UInt8 = 128
  /// 4096 × 4096: a record must not ask for memory without end.
  private static let pixelLimit = 1 << 24

  static func run(_ model: InstalledModel) throws(RecognitionError) {
    let size = model.record.input.recipe.size
    guard size.width > 0, size.height > 0, size.area <= pixelLimit,
      let image = RGBImage(size: size, pixels: Array(repeating: grey, count: 3 * size.area))
    else {
      throw .badRecord(
        path: model.folder + "/record.json",
        detail: "no model takes pictures of \(size.width) × \(size.height) pixels")
    }
    let view = NetworkView(image: image, region: UnitBox(left: 0, top: 0, width: 1, height: 1))
    switch model.record.task {
    case .detection: _ = try ObjectDetector(model: model).objects(in: view)
    case .classification: _ = try SceneClassifier(model: model).scenes(in: view)
    }
  }
}
