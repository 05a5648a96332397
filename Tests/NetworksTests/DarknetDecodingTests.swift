import Foundation
import PhotoCore
import Testing

@testable import Networks
@testable import Recognition

/// From a head's numbers to boxes.
struct DarknetDecodingTests {
  /// Two anchors, two classes, two rows, three columns.
  private let head = YOLOHead(
    output: "head0", mask: [0, 1],
    anchors: [
      YOLOHead.Anchor(width: 24, height: 16), YOLOHead.Anchor(width: 48, height: 32),
    ],
    classCount: 2, grid: PixelSize(width: 3, height: 2), input: PixelSize(width: 96, height: 64))

  /// No objects, but one cell as it is given: x, y, width, height, objectness and two classes.
  private func values(
    anchor: Int = 0, row: Int = 0, column: Int = 0, _ numbers: [Float]
  ) -> [Float] {
    var values = [Float](repeating: -20, count: 2 * 7 * 2 * 3)
    for (index, number) in numbers.enumerated() {
      values[((anchor * 7 + index) * 2 + row) * 3 + column] = number
    }
    return values
  }

  private func logit(_ probability: Double) -> Float {
    Float(log(probability / (1 - probability)))
  }

  private func isNear(_ left: UnitBox, _ right: UnitBox) -> Bool {
    abs(left.left - right.left) < 1e-6 && abs(left.top - right.top) < 1e-6
      && abs(left.width - right.width) < 1e-6 && abs(left.height - right.height) < 1e-6
  }

  @Test func `zeros are the middle of the cell and the anchor's size`() throws {
    let found = try head.decode(
      values(anchor: 1, row: 1, column: 2, [0, 0, 0, 0, logit(0.9), logit(0.7), -20]), floor: 0.1)
    let box = try #require(found.first)
    #expect(found.count == 1 && box.classIndex == 0)
    #expect(abs(box.objectness - 0.9) < 1e-6 && abs(box.probability - 0.7) < 1e-6)
    #expect(abs(box.confidence - 0.63) < 1e-6)
    // Centre 2.5/3 across, 1.5/2 down; half as wide and as high as the input.
    #expect(
      isNear(box.box, UnitBox(left: 2.5 / 3 - 0.25, top: 0.5, width: 0.5, height: 0.5)))
  }

  @Test func `x and y move within the cell, width and height multiply`() throws {
    let found = try head.decode(
      values([
        logit(0.25), logit(0.75), Float(log(2.0)), Float(log(0.5)), logit(0.9), 20, -20,
      ]), floor: 0.1)
    let box = try #require(found.first)
    #expect(
      isNear(
        box.box,
        UnitBox(
          left: 0.25 / 3 - 0.25, top: 0.75 / 2 - 0.0625, width: 0.5, height: 0.125)))
  }

  @Test func `scale_x_y lets the centre leave its cell`() throws {
    let wide = YOLOHead(
      output: "head0", mask: head.mask, anchors: head.anchors, classCount: 2, grid: head.grid,
      input: head.input, scaleXY: 1.2)
    let found = try wide.decode(values([20, -20, 0, 0, 20, 20, -20]), floor: 0.1)
    let box = try #require(found.first).box
    #expect(abs(box.left + box.width / 2 - 1.1 / 3) < 1e-6)
    #expect(abs(box.top + box.height / 2 + 0.1 / 2) < 1e-6)
  }

  @Test func `a box counts for each class that reaches the floor`() throws {
    let values = values([0, 0, 0, 0, logit(0.5), logit(0.8), logit(0.6)])
    #expect(try head.decode(values, floor: 0.25).map(\.classIndex) == [0, 1])
    #expect(try head.decode(values, floor: 0.35).map(\.classIndex) == [0])
    #expect(try head.decode(values, floor: 0.45).isEmpty)
  }

  @Test func `one box takes the most probable class`() throws {
    let values = values([0, 0, 0, 0, logit(0.5), logit(0.3), logit(0.6)])
    let found = try head.mostProbable(values, minimumObjectness: 0.4)
    #expect(found.map(\.classIndex) == [1])
    #expect(abs(found[0].probability - 0.6) < 1e-6)
    #expect(try head.mostProbable(values, minimumObjectness: 0.6).isEmpty)
  }

  @Test func `huge sizes stay finite`() throws {
    let found = try head.decode(values([0, 0, 1e6, -1e6, 20, 20, -20]), floor: 0.1)
    #expect(found.first?.box.width.isFinite == true && found.first?.box.height == 0)
  }

  @Test func `another number of values is refused`() {
    #expect(throws: YOLOHeadError.valueCount(output: "head0", expected: 84, found: 83)) {
      _ = try head.decode(Array(repeating: 0, count: 83), floor: 0.1)
    }
  }

  @Test(arguments: 0..<7)
  func `a number that is not finite is refused`(index: Int) {
    var numbers: [Float] = [0, 0, 0, 0, 20, 20, 20]
    numbers[index] = index.isMultiple(of: 2) ? .nan : .infinity
    #expect(throws: YOLOHeadError.notFinite(output: "head0")) {
      _ = try head.decode(values(numbers), floor: 0.1)
    }
    #expect(throws: YOLOHeadError.notFinite(output: "head0")) {
      _ = try head.mostProbable(values(numbers), minimumObjectness: 0.1)
    }
  }

  // MARK: The ancestor's preset

  @Test func `the ancestor's numbers`() {
    #expect(EarlyYOLO.inputSize == PixelSize(width: 416, height: 416))
    #expect(EarlyYOLO.letterboxGrey == 128)
    #expect(EarlyYOLO.minimumObjectness == 0.8 && EarlyYOLO.sameClassIoU == 0.4)
  }

  /// The boxes that the ancestor's preset leaves of the numbers of several heads.
  private func ancestorsBoxes(_ values: [[Float]], of head: YOLOHead) throws -> [Candidate] {
    let heads = values.indices.map { index in
      YOLOHead(
        output: "head\(index)", mask: head.mask, anchors: head.anchors,
        classCount: head.classCount, grid: head.grid, input: head.input)
    }
    let record = ModelRecord(try .yolov3(heads))
    let outputs = Dictionary(uniqueKeysWithValues: zip(heads.map(\.output), values))
    let found = try record.boxDecoder().candidates(outputs, floor: record.scoreFloor)
    return NonMaximumSuppression.survivors(of: found, DetectionSettings(record))
  }

  @Test func `the ancestor's preset is made of these numbers`() throws {
    let draft = try RecordDraft.yolov3([head])
    #expect(draft.input.recipe.fit == .letterbox && draft.input.recipe.padding == 128)
    #expect(draft.scoreFloor == 0.8 && draft.defaultThreshold == 0.8)
    #expect(draft.suppression?.sameClassIoU == 0.4 && draft.suppression?.crossClassIoU == nil)
    // Two anchors, two rows, three columns: nothing is left out.
    #expect(draft.suppression?.maximumCount == 12)
  }

  @Test func `the ancestor drops by objectness, however sure the class is`() throws {
    let low = values([0, 0, 0, 0, logit(0.79), 20, -20])
    let high = values([0, 0, 0, 0, logit(0.81), logit(0.3), -20])
    #expect(try ancestorsBoxes([low], of: head).isEmpty)
    #expect(try ancestorsBoxes([high], of: head).map(\.classIndex) == [0])
  }

  @Test func `the ancestor suppresses by objectness within a class`() throws {
    // The same place from two heads; the second is surer of the class, the first of the object.
    let first = values([0, 0, 0, 0, logit(0.95), logit(0.6), -20])
    let second = values([0, 0, 0, 0, logit(0.9), logit(0.99), -20])
    let other = values([0, 0, 0, 0, logit(0.85), -20, logit(0.9)])
    let found = try ancestorsBoxes([second, first, other], of: head)
    #expect(found.map(\.classIndex) == [0, 1])
    #expect(abs(found[0].confidence - 0.95) < 1e-6 && abs(found[1].confidence - 0.85) < 1e-6)
  }

  @Test(arguments: [(0.5, 1), (2.0 / 3, 2)])
  func `the ancestor keeps boxes that overlap by less than 0.4`(shift: Double, kept: Int) throws {
    // Two boxes as wide as a cell, apart by 0.4 or 0.53 of their width: IoU 0.43 and 0.30.
    let wide = YOLOHead(
      output: "head0", mask: [0], anchors: [YOLOHead.Anchor(width: 32, height: 64)],
      classCount: 1, grid: PixelSize(width: 3, height: 1),
      input: PixelSize(width: 96, height: 64))
    func row(_ x: Double, _ objectness: Double) -> [Float] {
      [logit(x), 0, 0, -20, -20, -20, 0, 0, 0, 0, 0, 0, logit(objectness), -20, -20, 20, 0, 0]
    }
    let found = try ancestorsBoxes(
      [row(0.1, 0.95), row(0.1 + shift * 0.8, 0.9)], of: wide)
    #expect(found.count == kept)
  }
}
