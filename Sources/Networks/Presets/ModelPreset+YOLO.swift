internal import Inference
internal import PhotoCore
internal import Recognition

extension ModelPreset {
  /// Pixels of the input to a cell of each grid, as all these families are trained.
  private static let strides = [8, 16, 32]

  /// The families with one output, a row or a column for each box.
  func oneOutput(
    _ ports: PresetPorts, _ input: PresetInput
  ) throws(RecognitionError) -> RecordDraft {
    let port = try ports.single(rank: 3)
    let isTurned = self == .yolov8
    let places = port.shape[isTurned ? 2 : 1]
    let numbers = port.shape[isTurned ? 1 : 2]
    let before = self == .yolov5 || self == .yolox ? 5 : 4
    guard (port.shape[0] ?? 1) == 1, let numbers, numbers > before else {
      throw ports.refusal("it should give \(shapeText), but gives \(ports.text)")
    }
    let expected = try placeCount(input, ports)
    guard let count = places ?? expected, count > 0, expected == nil || count == expected else {
      throw ports.refusal(
        "for \(input.size.width) × \(input.size.height) pixels it should give "
          + "\(expected.map(String.init) ?? "a known number of") boxes, but gives \(ports.text)")
    }
    return detector(
      yoloInput(input),
      outputs: [port.name: isTurned ? [1, numbers, count] : [1, count, numbers]],
      ModelDecoding(
        family: family, roles: ["output": port.name],
        strides: self == .yolox ? Self.strides : []), classCount: numbers - before)
  }

  private var family: ModelDecoding.Family {
    switch self {
    case .yolov5: .yolov5
    case .yolox: .yolox
    case .cornerBoxes: .cornerBoxes
    default: .yolov8
    }
  }

  private var shapeText: String {
    switch self {
    case .yolov8: "[1, 4 + classes, n]"
    case .cornerBoxes: "[1, n, 4 + classes]"
    default: "[1, n, 5 + classes]"
    }
  }

  /// How many boxes the grids make; nil where the family does not fix it.
  ///
  /// Only YOLOX' decoder needs the grids. YOLOv5 and YOLOv8 exist with further strides, so their number
  /// counts only where the network leaves it open.
  private func placeCount(
    _ input: PresetInput, _ ports: PresetPorts
  ) throws(RecognitionError) -> Int? {
    let isOpen = ports.outputs.contains { $0.shape.contains(nil) && $0.shapeForOne == nil }
    switch self {
    case .yolox:
      guard CellGrid.grids(of: input.size, strides: Self.strides) != nil else {
        throw ports.refusal(
          "\(input.size.width) × \(input.size.height) pixels cannot be divided by 32")
      }
      return input.cells(strides: Self.strides)
    case .yolov5: return isOpen ? 3 * input.cells(strides: Self.strides) : nil
    case .yolov8: return isOpen ? input.cells(strides: Self.strides) : nil
    default: return nil
    }
  }

  /// Sources: Ultralytics, `LetterBox` (grey 114 around, samples 0...1); YOLOX, `preproc` (grey 114 to
  /// the right and below, BGR, 0...255); NanoDet, `nanodet-plus-m_416.yml` (stretched, BGR). All resize
  /// by OpenCV's `INTER_LINEAR`, which does not average.
  private func yoloInput(_ input: PresetInput) -> ModelInput {
    switch self {
    case .yolox:
      input.model(channels: .bgr, fit: .letterboxTopLeft, padding: 114, antialias: false)
    case .cornerBoxes:
      input.model(
        channels: .bgr, mean: [103.53, 116.28, 123.675], deviation: [57.375, 57.12, 58.395],
        fit: .stretch, antialias: false)
    default:
      input.model(
        deviation: [255, 255, 255], fit: .letterbox, padding: 114, antialias: false)
    }
  }
}
