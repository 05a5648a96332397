internal import Foundation
package import PhotoCore

/// YOLOX as its authors export it, without the last step.
///
///     output   [1, n, 5 + classes]   Float   centre x and y in cells from the cell's corner, natural
///                                            logarithms of width and height in cells, objectness,
///                                            class probabilities (0...1)
///
/// The places are the cells of one grid for each stride, row by row. Source: YOLOX,
/// `yolox/utils/demo_utils.py`, `demo_postprocess`.
struct YOLOXDecoder: BoxDecoder {
  private let output: DecodedOutput
  private let input: PixelSize
  private let grids: [CellGrid]
  private let model: String
  private let classes: ClassTable

  var outputs: [String] { [output.name] }

  init(_ record: ModelRecord) throws(RecognitionError) {
    let classes = try ClassTable(record)
    self.classes = classes
    try record.allowActivations([.none])
    let size = record.input.recipe.size
    guard let grids = CellGrid.grids(of: size, strides: record.decoding.strides) else {
      throw .badRecord(
        path: record.id,
        detail:
          "its strides \(record.decoding.strides) do not divide \(size.width) × \(size.height)")
    }
    let cells = grids.reduce(0) { $0 + $1.count }
    output = try DecodedOutput(
      record, "output", rank: 2, expected: "[1, \(cells), \(5 + classes.width)]"
    ) { $0[0] == cells && classes.fits($0[1] - 5) }
    self.grids = grids
    input = size
    model = record.id
  }

  func candidates(
    _ values: NetworkOutputs, floor: Double
  ) throws(RecognitionError) -> [Candidate] {
    let numbers = try output.values(in: values)
    var list = CandidateList(model: model, classes: classes, floor: floor)
    try numbers.forEachRow(of: output.lengths[1]) { place, row throws(RecognitionError) in
      if row[4] < list.leastScore { return }
      try list.add(row: row.from(5), times: row[4], box: box(row, at: place))
    }
    return list.found
  }

  private func box(_ row: UnsafeBufferPointer<Float>, at place: Int) -> UnitBox {
    var place = place
    for grid in grids {
      if place < grid.count {
        let stride = Double(grid.stride)
        return UnitBox(
          centreX: (Double(row[0]) + Double(place % grid.columns)) * stride,
          centreY: (Double(row[1]) + Double(place / grid.columns)) * stride,
          width: exp(Double(row[2])) * stride, height: exp(Double(row[3])) * stride
        ).fraction(of: input)
      }
      place -= grid.count
    }
    return UnitBox(left: .nan, top: .nan, width: .nan, height: .nan)
  }
}

/// The cells into which a network divides its input.
package struct CellGrid: Sendable {
  /// Pixels of the input to a cell, across and down.
  let stride: Int
  let columns, rows: Int

  var count: Int { columns * rows }

  /// Far above any network's input.
  private static let largestSide = 1 << 14

  /// - Returns: one grid for each stride; nil where there is none, or a stride does not divide the size.
  package static func grids(of size: PixelSize, strides: [Int]) -> [CellGrid]? {
    let fits = strides.allSatisfy {
      $0 > 0 && size.width.isMultiple(of: $0) && size.height.isMultiple(of: $0)
    }
    guard !strides.isEmpty, fits, (1...largestSide).contains(size.longestSide) else { return nil }
    return strides.map {
      CellGrid(stride: $0, columns: size.width / $0, rows: size.height / $0)
    }
  }
}
