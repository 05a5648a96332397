internal import Foundation
package import PhotoCore

/// One output of a YOLOv3 or YOLOv4 network, and how its numbers become boxes.
///
///     values   [anchors, 5 + classes, rows, columns]   Float   not yet squashed
///
/// The five are x, y, width, height and objectness. Source: Darknet, `yolo_layer.c`.
package struct YOLOHead: Hashable, Sendable, Codable {
  /// The network's name for the output.
  package let output: String
  /// Which of the configuration's anchors are this head's.
  package let mask: [Int]
  /// The sizes from which boxes are measured, in pixels of the input, in the mask's order.
  package let anchors: [Anchor]
  /// How many classes.
  package let classCount: Int
  /// Cells across and down.
  package let grid: PixelSize
  /// The network's input, in pixels.
  package let input: PixelSize
  /// Pixels of the input to a cell, across.
  package let stride: Int
  /// How far a box's centre may leave its cell: 1 not at all (`scale_x_y`).
  package let scaleXY: Double

  /// A size in pixels of the input.
  package struct Anchor: Hashable, Sendable, Codable {
    /// Pixels across.
    package let width: Double
    /// Pixels down.
    package let height: Double

    package init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }
  }

  /// `mask` and `anchors` have the same count.
  package init(
    output: String, mask: [Int], anchors: [Anchor], classCount: Int, grid: PixelSize,
    input: PixelSize, scaleXY: Double = 1
  ) {
    self.output = output
    self.mask = mask
    self.anchors = anchors
    self.classCount = classCount
    self.grid = grid
    self.input = input
    stride = input.width / max(1, grid.width)
    self.scaleXY = scaleXY
  }

  /// The output's shape: anchors, numbers to a box, rows, columns.
  package var shape: [Int] { [anchors.count, 5 + classCount, grid.height, grid.width] }

  /// Every box and class whose confidence is at or above the floor, in the order of the output.
  ///
  /// Boxes are fractions of the input, not cut at its edges: cutting, undoing a letterbox and
  /// suppression are the caller's.
  /// - Parameters:
  ///   - values: the output's values in its layout.
  ///   - floor: the least confidence, 0...1, above 0 for speed.
  /// - Throws: ``YOLOHeadError/valueCount(output:expected:found:)``,
  ///   ``YOLOHeadError/notFinite(output:)``.
  package func decode(_ values: [Float], floor: Double) throws(YOLOHeadError) -> [YOLOBox] {
    var found: [YOLOBox] = []
    try forEachCell(of: values, minimumObjectness: floor) { cell throws(YOLOHeadError) in
      let place = try box(in: cell)
      for index in 0..<classCount {
        let box = YOLOBox(
          classIndex: index, objectness: cell.objectness,
          probability: try cell.logistic(5 + index), box: place)
        if box.confidence >= floor { found.append(box) }
      }
    }
    return found
  }

  /// One box for each cell and anchor that is sure enough of an object, with its most probable class.
  ///
  /// Boxes and errors as with ``decode(_:floor:)``.
  package func mostProbable(
    _ values: [Float], minimumObjectness: Double
  ) throws(YOLOHeadError) -> [YOLOBox] {
    var found: [YOLOBox] = []
    try forEachCell(of: values, minimumObjectness: minimumObjectness) {
      cell throws(YOLOHeadError) in
      var best = (index: 0, value: -Float.infinity)
      for index in 0..<classCount {
        let value = try cell.value(5 + index)
        if value > best.value { best = (index, value) }
      }
      found.append(
        YOLOBox(
          classIndex: best.index, objectness: cell.objectness,
          probability: try cell.logistic(5 + best.index), box: try box(in: cell)))
    }
    return found
  }

  /// The numbers of one cell and anchor.
  private struct Cell {
    let anchor: Int
    let row: Int
    let column: Int
    let objectness: Double
    let read: (Int) -> Float
    let output: String

    func value(_ index: Int) throws(YOLOHeadError) -> Float {
      let value = read(index)
      guard value.isFinite else { throw .notFinite(output: output) }
      return value
    }

    func logistic(_ index: Int) throws(YOLOHeadError) -> Double {
      YOLOHead.logistic(try value(index))
    }
  }

  private func forEachCell(
    of values: [Float], minimumObjectness: Double,
    _ body: (Cell) throws(YOLOHeadError) -> Void
  ) throws(YOLOHeadError) {
    let plane = grid.width * grid.height
    let expected = shape.reduce(1, *)
    guard values.count == expected else {
      throw .valueCount(output: output, expected: expected, found: values.count)
    }
    for anchor in anchors.indices {
      for position in 0..<plane {
        let start = anchor * (5 + classCount) * plane + position
        guard values[start + 4 * plane].isFinite else { throw .notFinite(output: output) }
        let objectness = Self.logistic(values[start + 4 * plane])
        guard objectness >= minimumObjectness else { continue }
        try body(
          Cell(
            anchor: anchor, row: position / grid.width, column: position % grid.width,
            objectness: objectness, read: { values[start + $0 * plane] }, output: output))
      }
    }
  }

  private func box(in cell: Cell) throws(YOLOHeadError) -> UnitBox {
    let x = try spread(cell.logistic(0)) + Double(cell.column)
    let y = try spread(cell.logistic(1)) + Double(cell.row)
    let width = try anchors[cell.anchor].width * Self.size(cell.value(2)) / Double(input.width)
    let height = try anchors[cell.anchor].height * Self.size(cell.value(3)) / Double(input.height)
    return UnitBox(
      left: x / Double(grid.width) - width / 2, top: y / Double(grid.height) - height / 2,
      width: width, height: height)
  }

  private func spread(_ value: Double) -> Double { value * scaleXY - (scaleXY - 1) / 2 }

  private static func logistic(_ value: Float) -> Double { 1 / (1 + exp(-Double(value))) }

  /// e³⁰ times an anchor is a trillion pixels: larger numbers would only lose the box's place.
  private static func size(_ value: Float) -> Double { exp(Double(min(value, 30))) }
}

/// A box as a head gives it.
package struct YOLOBox: Hashable, Sendable {
  /// The class.
  package let classIndex: Int
  /// How sure the network is that there is an object, 0...1.
  package let objectness: Double
  /// How probable the class is if there is an object, 0...1.
  package let probability: Double
  /// Where, in fractions of the network's input; may reach beyond it.
  package let box: UnitBox

  /// How sure the network is of an object of this class, 0...1.
  package var confidence: Double { objectness * probability }

  package init(classIndex: Int, objectness: Double, probability: Double, box: UnitBox) {
    self.classIndex = classIndex
    self.objectness = objectness
    self.probability = probability
    self.box = box
  }
}
