import Foundation
import Inference
import PhotoCore
import Testing

@testable import Networks
@testable import Recognition

/// Meridian's half of `make check-darknet`, which compares it with another implementation.
///
/// For each folder `NAME` in the folder that the environment names it reads `NAME/net.cfg`,
/// `NAME/net.weights` and the pictures `NAME/*.rgb` (rows × columns × 3 bytes at the network's size)
/// and writes, for each picture, what each head gives and the boxes that are left of it.
struct DarknetCheck {
  private static let folder = ProcessInfo.processInfo.environment["MERIDIAN_CHECK_DARKNET"]

  @Test(
    .enabled(
      if: folder != nil,
      "compares whole networks with OpenCV, which `make check-darknet` installs; run that"))
  func `whole networks give their numbers to make check-darknet`() throws {
    let folder = try #require(Self.folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    for name in names where FileManager.default.fileExists(atPath: "\(folder)/\(name)/net.cfg") {
      try run("\(folder)/\(name)")
    }
  }

  private func run(_ folder: String) throws {
    let network = try DarknetNetwork(
      configuration: DarknetConfiguration(path: "\(folder)/net.cfg"),
      weights: DarknetWeights(path: "\(folder)/net.weights"))
    let heads = try network.write(to: "\(folder)/model").heads
    let runner = try Network(path: "\(folder)/model/model.xml", threads: 2, precision: .f32)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    for picture in names.filter({ $0.hasSuffix(".rgb") }).sorted() {
      let path = "\(folder)/\(picture)"
      try runner.run([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
      var outputs: NetworkOutputs = [:]
      for head in heads {
        let values = try runner.values(of: head.output)
        try write(values, to: "\(path).\(head.output).f32")
        outputs[head.output] = values
      }
      try write(
        rows(outputs, ModelRecord(.yolov3(heads)), sameClassIoU: EarlyYOLO.sameClassIoU),
        to: "\(path).ancestor.f64")
      var usual = ModelRecord(try .yolov3(heads))
      usual.decoding.minimumObjectness = nil
      usual.scoreFloor = 0.25
      try write(rows(outputs, usual, sameClassIoU: 0.45), to: "\(path).usual.f64")
    }
  }

  /// Class, confidence, left, top, width, height of each box that is left. The ancestor's confidence is
  /// the objectness; Darknet's own settings for showing a picture are confidence 0.25, IoU 0.45.
  private func rows(
    _ outputs: NetworkOutputs, _ record: ModelRecord, sameClassIoU: Double
  ) throws -> [Double] {
    let found = try record.boxDecoder().candidates(outputs, floor: record.scoreFloor)
    var settings = DetectionSettings(record)
    settings.sameClassIoU = sameClassIoU
    return NonMaximumSuppression.survivors(of: found, settings).flatMap {
      [
        Double($0.classIndex), $0.confidence, $0.box.left, $0.box.top, $0.box.width,
        $0.box.height,
      ]
    }
  }

  private func write<Number: BitwiseCopyable>(_ numbers: [Number], to path: String) throws {
    try numbers.withUnsafeBytes { Data($0) }.write(to: URL(fileURLWithPath: path))
  }
}
