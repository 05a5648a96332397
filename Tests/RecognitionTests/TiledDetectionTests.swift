import PhotoCore
import Testing

@testable import Recognition

struct TiledDetectionTests {
  private let middle = UnitBox(left: 0.3, top: 0.3, width: 0.4, height: 0.4)

  private func candidate(_ box: UnitBox, _ confidence: Double = 0.8) -> Candidate {
    Candidate(classIndex: 0, confidence: confidence, box: box)
  }

  private func isBelieved(_ box: UnitBox, of tile: UnitBox) -> Bool {
    TiledDetection.believed(candidate(box), of: tile, floor: 0.1) != nil
  }

  @Test(arguments: [2, 3, 4])
  func `tiles cover the photo, and neighbours share a quarter of their side`(across: Int) {
    let tiles = TiledDetection.tiles(across: across)
    #expect(tiles.count == across * across)
    #expect(tiles.first.map { ($0.left, $0.top) } ?? (1, 1) == (0, 0))
    #expect(abs((tiles.last?.right ?? 0) - 1) < 1e-9)
    #expect(abs((tiles.last?.bottom ?? 0) - 1) < 1e-9)
    let shared = tiles[0].right - tiles[1].left
    #expect(abs(shared - 0.25 * tiles[0].width) < 1e-9)
  }

  @Test func `a box that touches an edge inside the photo is dropped`() {
    let side = 0.05
    for (left, top) in [(0.3, 0.5), (0.65, 0.5), (0.5, 0.3), (0.5, 0.65)] {
      #expect(!isBelieved(UnitBox(left: left, top: top, width: side, height: side), of: middle))
    }
    #expect(isBelieved(UnitBox(left: 0.5, top: 0.5, width: side, height: side), of: middle))
  }

  @Test func `a box at the photo's own edge stays`() {
    let corner = UnitBox(left: 0, top: 0, width: 0.4, height: 0.4)
    #expect(isBelieved(UnitBox(left: 0, top: 0, width: 0.1, height: 0.1), of: corner))
    #expect(!isBelieved(UnitBox(left: 0.3, top: 0, width: 0.1, height: 0.1), of: corner))
  }

  @Test func `a box that is large in its tile is left to the whole photo`() {
    #expect(isBelieved(UnitBox(left: 0.35, top: 0.35, width: 0.2, height: 0.2), of: middle))
    #expect(!isBelieved(UnitBox(left: 0.35, top: 0.35, width: 0.3, height: 0.3), of: middle))
  }

  @Test func `what a tile shows counts for less, and below the floor not at all`() throws {
    let box = UnitBox(left: 0.5, top: 0.5, width: 0.05, height: 0.05)
    let found = try #require(
      TiledDetection.believed(candidate(box, 0.5), of: middle, floor: 0.1))
    #expect(abs(found.confidence - 0.5 * TiledDetection.trust) < 1e-9)
    #expect(TiledDetection.believed(candidate(box, 0.12), of: middle, floor: 0.1) == nil)
  }

  @Test
  func `one thing seen by the photo and by two tiles is one object, as sure as its surest view`() {
    let box = UnitBox(left: 0.5, top: 0.5, width: 0.05, height: 0.05)
    let near = UnitBox(left: 0.502, top: 0.5, width: 0.05, height: 0.05)
    let tile = UnitBox(left: 0.4, top: 0.4, width: 0.4, height: 0.4)
    let all =
      [candidate(box, 0.3)]
      + [middle, tile].compactMap {
        TiledDetection.believed(candidate(near, 0.9), of: $0, floor: 0.1)
      }
    let left = NonMaximumSuppression.survivors(of: all, DetectionSettings(scoreFloor: 0.1))
    #expect(left.count == 1)
    #expect(abs((left.first?.confidence ?? 0) - 0.9 * TiledDetection.trust) < 1e-9)
  }
}
