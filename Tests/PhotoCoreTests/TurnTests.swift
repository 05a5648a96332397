import PhotoCore
import Testing

/// How a picture is stored and how far the user turned it, taken together.
struct TurnTests {
  /// A picture of 3 × 2 pixels, all different, as rows.
  private static let stored = [[1, 2, 3], [4, 5, 6]]

  /// What a viewer does by EXIF 2.32, tag 0x0112, written down without any other of ours.
  private static func shown(_ rows: [[Int]], _ orientation: Orientation) -> [[Int]] {
    func mirrored(_ rows: [[Int]]) -> [[Int]] { rows.map { $0.reversed() } }
    func transposed(_ rows: [[Int]]) -> [[Int]] {
      rows[0].indices.map { column in rows.map { $0[column] } }
    }
    return switch orientation {
    case .upright: rows
    case .mirrored: mirrored(rows)
    case .rotated180: mirrored(rows.reversed())
    case .flipped: rows.reversed()
    case .transposed: transposed(rows)
    case .rotated90: mirrored(transposed(rows))
    case .transversed: mirrored(transposed(rows).reversed())
    case .rotated270: transposed(rows).reversed()
    }
  }

  /// Column by column from the left, read from below, is row by row of what is turned clockwise.
  private static func turned(_ rows: [[Int]], _ turn: PhotoTurn) -> [[Int]] {
    (0..<turn.rawValue / 90).reduce(rows) { rows, _ in
      rows[0].indices.map { column in rows.reversed().map { $0[column] } }
    }
  }

  private static let pairs = Orientation.allCases.flatMap { orientation in
    PhotoTurn.allCases.map { (orientation, $0) }
  }

  @Test(arguments: pairs)
  func `one step does what both do one after the other`(
    orientation: Orientation, turn: PhotoTurn
  ) {
    let both = Self.turned(Self.shown(Self.stored, orientation), turn)
    #expect(Self.shown(Self.stored, orientation.turned(by: turn)) == both)
  }

  @Test(arguments: pairs)
  func `a box goes where its pixel goes`(orientation: Orientation, turn: PhotoTurn) {
    let upright = orientation.uprightBox(
      ofStored: UnitBox(left: 2.0 / 3, top: 0, width: 1.0 / 3, height: 0.5))
    let box = turn.box(of: upright)
    let rows = Self.turned(Self.shown(Self.stored, orientation), turn)
    let row = Int((box.top + box.height / 2) * Double(rows.count))
    let column = Int((box.left + box.width / 2) * Double(rows[0].count))
    #expect(rows[row][column] == 3)
    let size = turn.size(of: orientation.uprightSize(ofStored: PixelSize(width: 3, height: 2)))
    #expect(size == PixelSize(width: rows[0].count, height: rows.count))
  }

  @Test func `a turned object is the same object`() {
    let box = UnitBox(left: 0.1, top: 0.2, width: 0.3, height: 0.4)
    let object = DetectedObject(className: "dog", confidence: 0.5, box: box)
    let turned = PhotoTurn.right.object(of: object)
    #expect(turned.className == "dog" && turned.confidence == 0.5)
    #expect(turned.box == PhotoTurn.right.box(of: box) && turned.box != box)
    #expect(PhotoTurn.none.object(of: object) == object)
  }
}
