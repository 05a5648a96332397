/// Shares of one as people read them: 0.274 is `27 %` or `27.4 %`.
///
/// Halves are rounded away from zero, as people do: 0.125 is `13 %`.
package enum Percent {
  /// How exact a text is.
  package enum Digits: Sendable {
    /// `27`.
    case whole
    /// `27.4`.
    case tenths
  }

  /// `27 %`; `–` for nil and for what is not a number.
  package static func text(_ share: Double?, _ digits: Digits = .whole) -> String {
    guard let share, isShare(share) else { return "–" }
    return number(share, digits) + " %"
  }

  /// `27`, without the sign; `–` for what is not a number. Never `-0`.
  package static func number(_ share: Double, _ digits: Digits = .whole) -> String {
    guard isShare(share) else { return "–" }
    switch digits {
    case .whole: return String(Int((share * 100).rounded()))
    case .tenths:
      let tenths = Int((share * 1000).rounded())
      return (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }
  }

  /// Whether it can be written: false for NaN, and for what is beyond any integer.
  private static func isShare(_ value: Double) -> Bool { abs(value) < 1e12 }
}
