/// A whole run of digits in a file's name, and what stands in front of it and behind it.
struct DigitGroup {
  /// The values of the digits, 0...9.
  let digits: [Int]
  /// What lies between this run and the one before it, or the start of the name, in lower case.
  let before: [UInt8]
  /// What follows, up to the next run or the end of the name, in lower case.
  let after: [UInt8]

  var isTwo: Bool { digits.count == 2 }
  var isOneOrTwo: Bool { (1...2).contains(digits.count) }

  /// Whether only `separator` lies between this run and the one before.
  func follows(_ separator: UInt8) -> Bool { before == [separator] }

  /// Whether only one byte that is no letter lies between this run and the one before.
  var isNear: Bool { before.count == 1 && before.allSatisfy { !$0.isLetter } }

  /// The number that `length` digits from `start` on make; nil outside.
  func number(_ start: Int, _ length: Int) -> Int? {
    guard start >= 0, start + length <= digits.count else { return nil }
    return digits[start..<start + length].reduce(0) { $0 * 10 + $1 }
  }

  /// The number of a run that is short enough to be part of a date.
  var value: Int? { digits.count <= 4 ? number(0, digits.count) : nil }

  /// More runs than any name with a date in it has.
  private static let most = 64

  static func all(in name: [UInt8]) -> [DigitGroup] {
    let name = name.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    var runs: [Range<Int>] = []
    var at = 0
    while runs.count < most, let start = name[at...].firstIndex(where: \.isDigit) {
      at = name[start...].firstIndex { !$0.isDigit } ?? name.count
      runs.append(start..<at)
    }
    return runs.indices.map { index in
      let run = runs[index]
      let previous = index == 0 ? 0 : runs[index - 1].upperBound
      let next = index + 1 < runs.count ? runs[index + 1].lowerBound : name.count
      return DigitGroup(
        digits: name[run].map { Int($0) - 0x30 }, before: Array(name[previous..<run.lowerBound]),
        after: Array(name[run.upperBound..<next]))
    }
  }
}

extension UInt8 {
  /// An ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }
  /// A small or capital ASCII letter.
  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
