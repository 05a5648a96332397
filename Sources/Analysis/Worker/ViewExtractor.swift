internal import Foundation
internal import Imaging
internal import Inference
internal import Metadata
internal import PhotoCore
internal import Recognition

/// Shows boxes of a photo to learners, in the worker since originals are untrusted bytes.
///
/// A crop is the box itself, stretched to a square, so that no pixel of 64 × 64 is spent on what is
/// around it. The scene network was trained on pictures in their own shape: it sees the square around
/// the box. A whole photo it sees as the analysis shows it, so both embeddings are the same.
final class ViewExtractor {
  private let classifier: SceneClassifier?
  /// The label's network that was asked for last: one label is looked at after another.
  private var network: (folder: FilePath, classifier: SceneClassifier)?

  private static let cropRecipe = InputRecipe(
    size: PixelSize(width: LabelView.cropSide, height: LabelView.cropSide), fit: .stretch,
    interpolation: .bilinear, antialias: true)

  /// - Parameter classifier: the scene network; nil where there is none.
  init(classifier: SceneClassifier?) {
    self.classifier = classifier
  }

  /// Looks at one photo. A bad file is an answer, not an error.
  func extractViews(_ order: ViewRequest) -> ViewReply {
    do {
      return try see(order)
    } catch ReadFailure.gone {
      return .gone
    } catch let error as ReadFailure {
      return error == .changed
        ? .changed : .failed("\(order.source) cannot be read: \(error.description).")
    } catch {
      return .failed("\(order.source) cannot be analysed: \(error)")
    }
  }

  /// The photo that is being looked at.
  private struct OpenPhoto {
    let decoded: DecodedPhoto
    let pixels: RGBImage
  }

  private func see(_ order: ViewRequest) throws -> ViewReply {
    let file = try Self.read(order.source)
    guard file.sha256 == order.sha256 else { return .changed }
    guard let picture = PictureFile(file.bytes) else { throw ReadFailure.changed }
    let viewable = try picture.viewable()
    let decoded = try PhotoDecoder(limits: Self.limits(for: order.boxes)).decode(
      viewable.bytes, format: viewable.format, orientation: picture.metadata.orientation)
    let photo = OpenPhoto(decoded: decoded, pixels: try decoded.picture.rgbImage())
    let network = try order.network.map { try classifier(in: $0) }
    let views = try order.boxes.map { box in
      try view(of: box, in: photo, for: order, network: network)
    }
    return .seen(views, model: order.wantsEmbeddings ? classifier?.model.record.id : nil)
  }

  /// The smallest box is to have as many pixels as the scene network can use of it, or as the photo has:
  /// about half of 260, since a detector's boxes are seldom sharper. 2400 pixels bound the time.
  private static func limits(for boxes: [UnitBox?]) -> DecodeLimits {
    var limits = DecodeLimits()
    let sides = boxes.compactMap { $0.map { max($0.width, $0.height) } }
    guard let least = sides.min(), least > 0 else { return limits }
    limits.minimumSide = max(limits.minimumSide, Int(min(2400, 128 / least)))
    return limits
  }

  private static func read(_ path: FilePath) throws -> ReadFile {
    let reading = try FileReading(path)
    defer { reading.finish() }
    return try reading.whole()
  }

  private func view(
    of box: UnitBox?, in photo: OpenPhoto, for order: ViewRequest, network: SceneClassifier?
  ) throws -> LabelView {
    let size = Self.size(of: box, in: photo.decoded.uprightSize)
    guard size.shortestSide >= ViewRequest.leastSide else {
      return LabelView(size: size, crop: nil, embedding: nil, probability: nil)
    }
    var (crop, probability): (Data?, Double?)
    if order.wantsCrops {
      crop = Data(try Self.input(of: box, in: photo.pixels, by: Self.cropRecipe).image.pixels)
    }
    if let network {
      let input = try Self.input(of: box, in: photo.pixels, by: network.recipe)
      let scenes = try network.scenes(in: input, count: 2).scenes
      probability = scenes.first { $0.className == "yes" }?.probability
    }
    return LabelView(
      size: size, crop: crop,
      embedding: order.wantsEmbeddings ? try embedding(of: box, in: photo) : nil,
      probability: probability)
  }

  private static func size(of box: UnitBox?, in photo: PixelSize) -> PixelSize {
    guard let box else { return photo }
    return PixelSize(
      width: Int((box.width * Double(photo.width)).rounded()),
      height: Int((box.height * Double(photo.height)).rounded()))
  }

  private static func input(
    of box: UnitBox?, in pixels: RGBImage, by recipe: InputRecipe
  ) throws -> NetworkView {
    guard let view = NetworkInput.make(from: pixels, recipe: recipe, tile: box) else {
      throw ImagingError.failed(step: "resize for the network", detail: "\(recipe.size)")
    }
    return view
  }

  private func embedding(of box: UnitBox?, in photo: OpenPhoto) throws -> EmbeddingBytes? {
    guard let classifier else { return nil }
    let recipe = classifier.recipe
    guard let box else {
      let inputs = try NetworkInputs(PhotoScales(photo.decoded.picture))
      return try classifier.scenes(in: inputs.view(for: recipe)).embedding
    }
    let whole = InputRecipe(
      size: recipe.size, fit: .stretch, interpolation: recipe.interpolation,
      antialias: recipe.antialias)
    let square = SquareAround.box(box, in: photo.pixels.size)
    return try classifier.scenes(in: Self.input(of: square, in: photo.pixels, by: whole)).embedding
  }

  private func classifier(in folder: FilePath) throws -> SceneClassifier {
    if let network, network.folder == folder { return network.classifier }
    let loaded = try SceneClassifier(
      model: InstalledModel(folder: folder.description), precision: .f32)
    network = (folder, loaded)
    return loaded
  }
}

/// The square around a box.
enum SquareAround {
  /// The smallest square that holds the box, with its centre as near to the box's as the picture's edges
  /// allow; cut where the picture is narrower. In fractions of the picture.
  static func box(_ box: UnitBox, in picture: PixelSize) -> UnitBox {
    let width = Double(picture.width)
    let height = Double(picture.height)
    let side = max(box.width * width, box.height * height)
    let across = min(1, side / width)
    let down = min(1, side / height)
    func start(_ centre: Double, _ length: Double) -> Double {
      min(max(0, centre - length / 2), 1 - length)
    }
    return UnitBox(
      left: start(box.left + box.width / 2, across), top: start(box.top + box.height / 2, down),
      width: across, height: down)
  }
}
