import PhotoCore
import Testing

@testable import Learning

struct FoldsTests {
  private func example(_ id: Int, group: Int, _ isYes: Bool) -> Example {
    Example(
      id: "e\(id)", group: "g\(group)", isYes: isYes, size: PixelSize(width: 50, height: 50))
  }

  /// 150 examples in bursts of one to six, a third of them yes.
  private var bursts: [Example] {
    var generator = SeededGenerator(3)
    var (examples, group, left): ([Example], Int, Int) = ([], 0, 0)
    for id in 0..<150 {
      if left == 0 { (group, left) = (group + 1, 1 + generator.below(6)) }
      left -= 1
      examples.append(example(id, group: group, group % 3 == 0))
    }
    return examples
  }

  @Test(arguments: 0..<UInt64(20)) func `a group is never on both sides`(seed: UInt64) {
    let examples = bursts
    let folds = Folds(examples, seed: seed)
    for fold in 0..<folds.count {
      let inside = Set(folds.members(of: fold).map { examples[$0].group })
      let outside = Set(folds.learned(without: fold).map { examples[$0].group })
      #expect(inside.isDisjoint(with: outside))
      #expect(folds.members(of: fold).count + folds.learned(without: fold).count == 150)
    }
  }

  @Test(arguments: 0..<UInt64(20)) func `both sides are spread evenly`(seed: UInt64) {
    let examples = bursts
    let folds = Folds(examples, seed: seed)
    let yes = examples.count { $0.isYes }
    #expect(folds.count == 5)
    for fold in 0..<5 {
      let members = folds.members(of: fold)
      #expect(abs(members.count - 30) <= 6)
      #expect(abs(members.count { examples[$0].isYes } - yes / 5) <= 6)
    }
  }

  @Test func `single examples are spread as evenly as they can be`() {
    let examples = (0..<23).map { example($0, group: $0, $0 < 11) }
    let folds = Folds(examples, seed: 1)
    for fold in 0..<5 {
      let members = folds.members(of: fold)
      #expect((2...3).contains(members.count { examples[$0].isYes }))
      #expect((2...3).contains(members.count { !examples[$0].isYes }))
    }
  }

  @Test func `few groups make few folds, and one group none`() {
    let three = (0..<30).map { example($0, group: $0 < 15 ? $0 % 3 : $0, $0 < 15) }
    #expect(Folds(three, seed: 1).count == 3)
    let one = (0..<30).map { example($0, group: $0 < 15 ? 0 : $0, $0 < 15) }
    #expect(Folds(one, seed: 1).count == 1)
    #expect(HoldOut.places(in: one, seed: 1).isEmpty)
  }

  @Test func `the seed decides`() {
    #expect(Folds(bursts, seed: 4) == Folds(bursts, seed: 4))
    #expect(Folds(bursts, seed: 4) != Folds(bursts, seed: 5))
  }
}
