import PhotoCore
import Testing

@testable import Learning

struct ExampleProblemTests {
  private func examples(yes: Int, no: Int) -> [Example] {
    (0..<yes + no).map {
      Example(
        id: "e\($0)", group: "g\($0 / 2)", isYes: $0 < yes, size: PixelSize(width: 60, height: 90))
    }
  }

  @Test func `enough examples of both sides have no problem`() {
    #expect(ExampleProblem.all(in: examples(yes: 8, no: 8), for: .transfer).isEmpty)
    #expect(ExampleProblem.all(in: examples(yes: 20, no: 20), for: .cnn3).isEmpty)
  }

  @Test func `too few are counted for each side and learner`() {
    #expect(
      ExampleProblem.all(in: examples(yes: 7, no: 9), for: .transfer)
        == [.tooFew(.transfer, .yes, found: 7)])
    #expect(
      ExampleProblem.all(in: examples(yes: 7, no: 19), for: .cnn3)
        == [.tooFew(.cnn3, .yes, found: 7), .tooFew(.cnn3, .no, found: 19)])
    #expect(ExampleProblem.tooFew(.transfer, .yes, found: 5).description.contains("Mark 3 more"))
  }

  @Test func `examples of one side alone, or of one burst, are refused`() {
    #expect(
      ExampleProblem.all(in: examples(yes: 9, no: 0), for: .transfer) == [.oneSided(missing: .no)])
    let burst = examples(yes: 8, no: 8).map {
      Example(id: $0.id, group: $0.isYes ? "burst" : $0.group, isYes: $0.isYes, size: $0.size)
    }
    #expect(ExampleProblem.all(in: burst, for: .transfer) == [.oneGroup(.yes)])
  }

  @Test func `the same thing twice, or yes and no, is named`() {
    let all = examples(yes: 9, no: 9)
    let opposite = Example(id: "e3", group: "g1", isYes: false, size: all[3].size)
    #expect(
      ExampleProblem.all(in: all + [all[4], opposite], for: .transfer)
        == [.contradictory(id: "e3"), .duplicate(id: "e4")])
  }

  @Test func `a crop of five pixels is named, one of eight will do`() {
    var all = examples(yes: 8, no: 8)
    all[2] = Example(
      id: "e2", group: "g1", isYes: true, size: PixelSize(width: 8, height: 8))
    #expect(ExampleProblem.all(in: all, for: .transfer).isEmpty)
    let size = PixelSize(width: 5, height: 300)
    all[2] = Example(id: "e2", group: "g1", isYes: true, size: size)
    #expect(ExampleProblem.all(in: all, for: .transfer) == [.tooSmall(id: "e2", size: size)])
  }
}
