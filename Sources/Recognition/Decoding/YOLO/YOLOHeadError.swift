/// Why the numbers of a ``YOLOHead`` become no boxes.
package enum YOLOHeadError: Error, Hashable, Sendable {
  /// An output has another number of values than its head.
  case valueCount(output: String, expected: Int, found: Int)
  /// An output holds a number that is not finite.
  case notFinite(output: String)
}

extension YOLOHeadError: CustomStringConvertible {
  /// One sentence.
  package var description: String {
    switch self {
    case .valueCount(let output, let expected, let found):
      "The output \(output) should have \(expected) values but has \(found)."
    case .notFinite(let output): "The output \(output) holds a number that is not finite."
    }
  }
}
