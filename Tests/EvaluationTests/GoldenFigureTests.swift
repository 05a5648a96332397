import PhotoCore
import Testing

@testable import Evaluation

/// The twelve figures that pycocotools 2.0.11 gives for invented boxes of whole pixels: crowds, all sizes,
/// equal confidences, boxes of no thing. `make check-evaluation` compares more, with pycocotools itself.
struct GoldenFigureTests {
  /// Knuth's linear congruential generator, the same in any language.
  private struct Numbers {
    private var state: UInt64 = 1

    /// Below `limit`.
    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }

    mutating func box() -> [Int] { [next(500), next(500), 5 + next(130), 5 + next(130)] }
  }

  private static func invented() -> (truth: COCOTruth, found: [ScoredBox]) {
    var numbers = Numbers()
    var annotations: [COCOTruth.File.Box] = []
    var found: [ScoredBox] = []
    func pixels(_ box: [Int]) -> PixelBox {
      PixelBox(
        left: Double(box[0]), top: Double(box[1]), width: Double(box[2]), height: Double(box[3]))
    }
    for _ in 0..<90 {
      let image = 1 + numbers.next(6)
      let category = 1 + numbers.next(3)
      let box = numbers.box()
      let isCrowd = numbers.next(10) == 0
      annotations.append(
        .init(
          image_id: image, category_id: category, bbox: box.map(Double.init), area: nil,
          iscrowd: isCrowd ? 1 : 0))
      guard numbers.next(4) > 0 else { continue }
      let named = numbers.next(8) == 0 ? 1 + category % 3 : category
      let moved = [
        box[0] + numbers.next(7) - 3, box[1] + numbers.next(7) - 3, box[2] + numbers.next(5) - 2,
        box[3] + numbers.next(5) - 2,
      ]
      found.append(
        ScoredBox(
          imageID: image, categoryID: named, confidence: Double(1 + numbers.next(20)) / 20,
          box: pixels(moved)))
    }
    for _ in 0..<40 {
      let image = 1 + numbers.next(6)
      let category = 1 + numbers.next(3)
      let box = pixels(numbers.box())
      found.append(
        ScoredBox(
          imageID: image, categoryID: category, confidence: Double(1 + numbers.next(20)) / 20,
          box: box))
    }
    let truth = COCOTruth(
      .init(
        images: (1...6).map { .init(id: $0, file_name: "", width: 640, height: 640) },
        annotations: annotations, categories: (1...3).map { .init(id: $0, name: "\($0)") }))
    return (truth, found)
  }

  @Test func `the figures are those of pycocotools`() throws {
    let (truth, found) = Self.invented()
    let totals = COCOEvaluation(truth: truth, found: found).totals
    let pairs: [(Double?, Double)] = [
      (totals.ap, 0.26704729657390447), (totals.ap50, 0.37878900558795325),
      (totals.ap75, 0.3079390167555171), (totals.apSmall, 0.19359735973597356),
      (totals.apMedium, 0.22481055609558503), (totals.apLarge, 0.6332413955681282),
      (totals.ar1, 0.0774198717948718), (totals.ar10, 0.527900641025641),
      (totals.ar100, 0.527900641025641), (totals.arSmall, 0.24166666666666667),
      (totals.arMedium, 0.4967112299465241), (totals.arLarge, 0.785),
    ]
    for (found, expected) in pairs { #expect(abs(try #require(found) - expected) < 1e-9) }
  }
}
