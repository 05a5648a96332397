internal import Inference
internal import PhotoCore
internal import Recognition

/// A network's picture: where it goes in, in which layout, and how large it is.
struct PresetInput {
  let name: String
  let layout: ModelInput.Layout
  let type: ModelInput.NumberType
  let size: PixelSize

  /// The largest side; four times that of any network in use.
  private static let largestSide = 4096

  /// - Parameter size: nil for the network's own.
  /// - Throws: ``RecognitionError/openSize(shape:)``, ``RecognitionError/notOfPreset(_:detail:)``.
  init(preset: ModelPreset, inputs: [Port], size: PixelSize?) throws(RecognitionError) {
    func refusal(_ detail: String) -> RecognitionError {
      .notOfPreset(preset.rawValue, detail: detail)
    }
    guard inputs.count == 1, let port = inputs.first else {
      throw refusal("it takes \(inputs.count) inputs instead of one picture")
    }
    guard let layout = Self.layout(of: port.shape) else {
      throw refusal(
        "its input \(port.shapeText) is not a picture with three channels, one at a time")
    }
    guard let type = ModelInput.NumberType(rawValue: port.type) else {
      throw refusal("its input takes \(port.type) instead of u8, f16 or f32")
    }
    let start = layout == .nchw ? 2 : 1
    let rows = port.shape[start]
    let columns = port.shape[start + 1]
    guard let height = rows ?? size?.height, let width = columns ?? size?.width else {
      throw .openSize(shape: port.shapeText)
    }
    if let size, size != PixelSize(width: width, height: height) {
      throw refusal("it takes \(width) × \(height) pixels, not \(size.width) × \(size.height)")
    }
    guard (1...Self.largestSide).contains(width), (1...Self.largestSide).contains(height) else {
      throw refusal("pictures of \(width) × \(height) pixels are not possible")
    }
    name = port.name
    self.layout = layout
    self.type = type
    self.size = PixelSize(width: width, height: height)
  }

  /// Which of the dimensions are the channels; nil where the shape is no picture's.
  static func layout(of shape: [Int?]) -> ModelInput.Layout? {
    guard shape.count == 4, (shape[0] ?? 1) == 1 else { return nil }
    if shape[1] == 3 { return .nchw }
    return shape[3] == 3 ? .nhwc : nil
  }

  /// The input of a record.
  ///
  /// - Parameters:
  ///   - mean: what is taken from each sample of 0...255; left out where the network takes bytes, since
  ///     it then does that itself. The same for `deviation`.
  func model(
    channels: ModelInput.Channels = .rgb, mean: [Double] = [], deviation: [Double] = [],
    fit: InputRecipe.Fit, cropFraction: Double = 1, shorterSide: Int? = nil, padding: UInt8 = 128,
    interpolation: InputRecipe.Interpolation = .bilinear, antialias: Bool = true
  ) -> ModelInput {
    ModelInput(
      name: name, layout: layout, type: type, channels: channels,
      mean: type == .u8 ? [] : mean, deviation: type == .u8 ? [] : deviation,
      recipe: InputRecipe(
        size: size, fit: fit, cropFraction: cropFraction, shorterSide: shorterSide,
        padding: padding, interpolation: interpolation, antialias: antialias))
  }

  /// How many cells the grids of these strides have; a last cell that is cut counts.
  func cells(strides: [Int]) -> Int {
    strides.reduce(0) { sum, stride in
      sum + ((size.width + stride - 1) / stride) * ((size.height + stride - 1) / stride)
    }
  }
}

/// Mean and deviation of ImageNet's pictures for samples of 0...255, red first, as torchvision has them.
enum ImageNetStatistics {
  static let mean = [0.485, 0.456, 0.406].map { $0 * 255 }
  static let deviation = [0.229, 0.224, 0.225].map { $0 * 255 }
}
