/// The part of a file that a request asks for: RFC 9110, section 14.
enum ByteRange: Hashable, Sendable {
  /// The whole: no range was asked for, or one that is to be ignored.
  case whole
  /// These bytes, both ends counted.
  case part(ClosedRange<Int64>)
  /// Nothing of the file lies in it.
  case unsatisfiable

  /// - Parameters:
  ///   - header: the field `Range`; nil for none.
  ///   - size: of the file, in bytes.
  init(_ header: String?, size: Int64) {
    self = header.map { Self.parse($0, size) } ?? .whole
  }

  private static func parse(_ header: String, _ size: Int64) -> ByteRange {
    let parts = header.split(separator: "=", maxSplits: 1)
    // Several ranges at once would be answered in several parts; the whole is allowed instead, and
    // no one can ask for the same bytes a thousand times over.
    guard parts.count == 2, parts[0].lowercased() == "bytes", !parts[1].contains(",") else {
      return .whole
    }
    let ends = parts[1].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2 else { return .whole }
    let first = digits(ends[0])
    let last = digits(ends[1])
    switch (ends[0].isEmpty, ends[1].isEmpty) {
    case (true, false):
      guard let count = last else { return .whole }
      guard count > 0, size > 0 else { return .unsatisfiable }
      return .part(max(0, size - count)...size - 1)
    case (false, true):
      guard let first else { return .whole }
      return first < size ? .part(first...size - 1) : .unsatisfiable
    case (false, false):
      guard let first, let last, first <= last else { return .whole }
      return first < size ? .part(first...min(last, size - 1)) : .unsatisfiable
    case (true, true): return .whole
    }
  }

  private static func digits(_ text: Substring) -> Int64? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(text) : nil
  }
}
