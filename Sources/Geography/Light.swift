/// What the sun makes of a photo's time and place. The raw values are part of the contract.
public enum Light: String, Sendable, Codable, CaseIterable, Comparable {
  /// The sun is far below the horizon.
  case night
  /// Twilight: the sun is a little below the horizon.
  case blueHour = "blue-hour"
  /// The sun is low.
  case goldenHour = "golden-hour"
  /// The sun is high.
  case day
  /// The sun is near the horizon and rising.
  case sunrise
  /// The sun is near the horizon and setting.
  case sunset

  /// The order of the names, so that lists of lights are always in the same order.
  public static func < (left: Light, right: Light) -> Bool { left.rawValue < right.rawValue }
}
