import Foundation
import PhotoCore
import Testing

@testable import Recognition

/// YOLOv5, YOLOv8, YOLOX and NanoDet, all on an input of 64 × 32 pixels.
struct YOLODecoderTests {
  /// A box in the middle, 16 × 8 pixels, as centre and size.
  private let middle: [Float] = [32, 16, 16, 8]

  @Test func `YOLOv5 multiplies objectness and class, and its boxes are pixels around a centre`()
    throws
  {
    let found = try DecoderFixture.candidates(
      .yolov5, shape: [1, 2, 7],
      middle + [0.5, 0.25, 0.75] + middle + [0.25, 1, 0.5], classCount: 2)
    #expect(found.count == 2)
    #expect(found[0].isNear(1, 0.375, left: 0.375, top: 0.375, width: 0.25, height: 0.25))
    #expect(found[1].isNear(0, 0.25, left: 0.375, top: 0.375, width: 0.25, height: 0.25))
  }

  @Test func `YOLOv8's numbers lie place beside place, its classes are probabilities`() throws {
    let found = try DecoderFixture.candidates(
      .yolov8, shape: [1, 6, 3],
      // Three places: centres x, centres y, widths, heights, then the two classes.
      [32, 8, 56] + [16, 8, 24] + [16, 16, 16] + [8, 16, 16] + [0.1, 0.5, 0.1] + [0.75, 0.1, 0.2],
      classCount: 2)
    #expect(found.count == 2)
    #expect(found[0].isNear(0, 0.5, left: 0, top: 0, width: 0.25, height: 0.5))
    #expect(found[1].isNear(1, 0.75, left: 0.375, top: 0.375, width: 0.25, height: 0.25))
  }

  /// YOLOX on strides 16 and 32: cells 4 × 2 and 2 × 1, ten places.
  private func yolox(place: Int, _ row: [Float]) throws -> [Candidate] {
    var numbers = [Float](repeating: 0, count: 10 * 7)
    numbers.replaceSubrange(place * 7..<place * 7 + 7, with: row)
    return try DecoderFixture.candidates(
      .yolox, shape: [1, 10, 7], numbers, classCount: 2, strides: [16, 32])
  }

  @Test func `YOLOX counts centres in cells from the cell's corner and sizes as logarithms`() throws
  {
    // Third cell of the second row: its corner is at 32, 16.
    let found = try yolox(place: 6, [0.5, 0.25, Float(log(2.0)), 0, 0.5, 0.25, 1])
    #expect(found.count == 1)
    // Centre 40, 20; 32 × 16 pixels.
    #expect(found[0].isNear(1, 0.5, left: 24 / 64.0, top: 12 / 32.0, width: 0.5, height: 0.5))
  }

  @Test func `YOLOX's coarser grid follows its finer one`() throws {
    let found = try yolox(place: 9, [0.5, 0.5, 0, 0, 1, 0.5, 0])
    // The second and last cell of 32 pixels.
    #expect(found.count == 1)
    #expect(found[0].isNear(0, 0.5, left: 0.5, top: 0, width: 0.5, height: 1))
  }

  @Test func `a YOLOX that has other boxes than its grids is refused`() {
    #expect(throws: RecognitionError.self) {
      _ = try DecoderFixture.candidates(
        .yolox, shape: [1, 9, 7], Array(repeating: 0, count: 63), classCount: 2, strides: [16, 32])
    }
    #expect {
      _ = try DecoderFixture.candidates(
        .yolox, shape: [1, 9, 7], Array(repeating: 0, count: 63), classCount: 2, strides: [24])
    } throws: { "\($0)".contains("[24] do not divide 64 × 32") }
  }

  @Test func `NanoDet's boxes are corners in pixels`() throws {
    let found = try DecoderFixture.candidates(
      .cornerBoxes, shape: [1, 1, 6], [16, 8, 48, 40, 0.25, 0.5], classCount: 2)
    #expect(found.count == 2)
    #expect(found[0].isNear(0, 0.25, left: 0.25, top: 0.25, width: 0.5, height: 1))
    #expect(found[1].classIndex == 1)
  }

  @Test(arguments: [
    (ModelDecoding.Family.yolov5, [1, 1, 6]), (.yolov8, [1, 5, 1]), (.cornerBoxes, [1, 1, 5]),
  ])
  func `a network with one class less than the record's is refused`(
    family: ModelDecoding.Family, shape: [Int]
  ) {
    #expect {
      _ = try DecoderFixture.candidates(
        family, shape: shape, Array(repeating: 0, count: shape.reduce(1, *)), classCount: 2)
    } throws: { "\($0)".contains("The output output of the model m should be [1, ") }
  }

  @Test(arguments: [ModelDecoding.Family.yolov5, .yolox])
  func `a number that is not finite is an error where it matters`(family: ModelDecoding.Family)
    throws
  {
    func candidates(_ row: [Float]) throws -> [Candidate] {
      try DecoderFixture.candidates(
        family, shape: [1, 2, 6], row + row, classCount: 1, strides: [32])
    }
    #expect(throws: RecognitionError.notFinite(model: "m")) {
      _ = try candidates([0, 0, 1, 1, .nan, 0.9])
    }
    #expect(throws: RecognitionError.notFinite(model: "m")) {
      _ = try candidates([0, 0, 1, 1, 0.9, .nan])
    }
    #expect(throws: RecognitionError.notFinite(model: "m")) {
      _ = try candidates([.infinity, 0, 1, 1, 0.9, 0.9])
    }
    // Where there is nothing, its place does not matter.
    #expect(try candidates([.nan, 0, 1, 1, 0.1, 0.9]).isEmpty)
  }

  @Test func `a run that gives fewer numbers than the shape says is an error`() {
    #expect(
      throws: RecognitionError.output(
        model: "m", name: "output", expected: "7 values", found: "6 values")
    ) {
      _ = try DecoderFixture.candidates(
        .yolov5, shape: [1, 1, 7], Array(repeating: 1, count: 6), classCount: 2)
    }
  }

  @Test func `sizes and counts that cannot be true are refused and do not crash`() {
    for (shape, count) in [
      ([1, .max, .max], 2), ([1, -1, 7], 2), ([1, 1, 7], .max), ([1, 1, 7], 0), ([], 2),
    ] as [([Int], Int)] {
      #expect(throws: RecognitionError.self) {
        _ = try DecoderFixture.candidates(.yolov5, shape: shape, [], classCount: count)
      }
    }
  }
}
