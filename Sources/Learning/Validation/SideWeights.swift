/// How much an example counts, so that both sides together count the same.
struct SideWeights: Hashable, Sendable {
  private let yes: Double
  private let no: Double

  /// The mean weight of the sides given is 1; where one side is missing, all weigh 1.
  init(_ sides: [Bool]) {
    let count = sides.count { $0 }
    let other = sides.count - count
    guard count > 0, other > 0 else {
      yes = 1
      no = 1
      return
    }
    yes = Double(sides.count) / Double(2 * count)
    no = Double(sides.count) / Double(2 * other)
  }

  func weight(_ isYes: Bool) -> Double { isYes ? yes : no }
}
