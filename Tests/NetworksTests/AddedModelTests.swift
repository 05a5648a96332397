import Fixtures
import Inference
import PhotoCore
import Testing

@testable import Networks
@testable import Recognition

/// Networks from a file to what they say about a picture: as a user adds them.
struct AddedModelTests {
  private let whole = UnitBox(left: 0, top: 0, width: 1, height: 1)

  private func view(
    _ red: UInt8, _ green: UInt8, _ blue: UInt8, side: Int, region: UnitBox? = nil
  ) throws -> NetworkView {
    let pixels = (0..<side * side).flatMap { _ in [red, green, blue] }
    let image = try #require(RGBImage(size: PixelSize(width: side, height: side), pixels: pixels))
    return NetworkView(image: image, region: region ?? whole)
  }

  /// 84 cells of 8, 16 and 32 pixels; the first has an object: class 0 as blue as the picture is, class
  /// 1 as red.
  private var yolox: ONNXFixture {
    var constants = [Float](repeating: 0, count: 84 * 7)
    constants.replaceSubrange(0..<5, with: [0.5, 0.5, 0, 0, 1])
    return ONNXFixture.ofMeanColour(
      input: .init("images", [1, 3, 64, 64]), channelsFirst: true,
      output: .init("output", [1, 84, 7]), constants: constants,
      multiples: [(5, 0, 1 / 255), (6, 2, 1 / 255)])
  }

  @Test func `a YOLOX looks at blue, green, red from 0 to 255`() throws {
    let added = try AddedModel(yolox)
    #expect(added.preset == .yolox)
    let detector = try ObjectDetector(model: added.model, precision: .f32)
    #expect(detector.recipe.fit == .letterboxTopLeft)
    // A photo twice as wide as high fills the upper half of the input.
    let region = UnitBox(left: 0, top: 0, width: 1, height: 2)
    let objects = try detector.objects(in: try view(204, 0, 51, side: 64, region: region))
    // Suppression across classes leaves the surer one of two on the same place.
    #expect(objects.map(\.className) == ["class 1"])
    let object = try #require(objects.first)
    #expect(abs(object.confidence - 0.8) < 1e-5)
    #expect(abs(object.box.width - 0.125) < 1e-6 && abs(object.box.height - 0.25) < 1e-6)
    #expect(object.box.left == 0 && object.box.top == 0)
    #expect(try detector.objects(in: try view(0, 0, 102, side: 64)).map(\.className) == ["class 0"])
    #expect(try detector.objects(in: try view(0, 255, 0, side: 64)).isEmpty)
  }

  @Test func `a YOLOv8 looks at red, green, blue from 0 to 1`() throws {
    // Rows of 84 places: centre x, centre y, width, height, two classes.
    var constants = [Float](repeating: 0, count: 84 * 6)
    for (row, number) in [32, 16, 32, 16].enumerated() { constants[row * 84 + 7] = Float(number) }
    let added = try AddedModel(
      .ofMeanColour(
        input: .init("images", [1, 3, 64, 64]), channelsFirst: true,
        output: .init("output0", [1, 6, 84]), constants: constants,
        multiples: [(4 * 84 + 7, 0, 1), (5 * 84 + 7, 2, 1)]))
    #expect(added.preset == .yolov8)
    let detector = try ObjectDetector(model: added.model, precision: .f32)
    let objects = try detector.objects(in: try view(204, 0, 0, side: 64))
    let object = try #require(objects.first)
    #expect(objects.count == 1 && object.className == "class 0")
    #expect(abs(object.confidence - 0.8) < 1e-5)
    #expect(abs(object.box.left - 0.25) < 1e-6 && abs(object.box.top - 0.125) < 1e-6)
    #expect(abs(object.box.width - 0.5) < 1e-6 && abs(object.box.height - 0.25) < 1e-6)
  }

  @Test func `a classifier of 1001 outputs looks at −1 to 1 and leaves out the background`() throws
  {
    // Grey gives nothing to tell by; white speaks for the network's output 6, black for the background.
    let added = try AddedModel(
      .ofMeanColour(
        input: .init("input", [1, 8, 8, 3]), channelsFirst: false,
        output: .init("predictions", [1, 1001]),
        constants: Array(repeating: 0, count: 1001), multiples: [(6, 0, 9), (0, 0, -9)],
        softmax: true))
    #expect(added.preset == .tensorflow)
    let classifier = try SceneClassifier(model: added.model, precision: .f32)
    let white = try classifier.scenes(in: try view(255, 255, 255, side: 8))
    #expect(white.scenes.count == 5 && white.embedding == nil)
    #expect(white.scenes.first?.className == "class 5")
    // e⁹ of e⁹ + 999 + e⁻⁹.
    #expect(abs((white.scenes.first?.probability ?? 0) - 0.890241) < 1e-5)
    let black = try classifier.scenes(in: try view(0, 0, 0, side: 8))
    #expect((black.scenes.first?.probability ?? 1) < 0.001)
  }

  @Test func `a network that is no longer what its record says is refused by name`() throws {
    var record = try AddedModel(yolox).model.record
    record.outputs = ["output": [1, 84, 8]]
    #expect {
      _ = try record.boxDecoder()
    } throws: { "\($0)".contains("The output output of the model m should be [1, 84, 7]") }
  }
}
