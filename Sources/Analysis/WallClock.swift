internal import Foundation
public import PhotoCore

/// The present, for deciding what lies in the future.
public enum WallClock {
  /// UTC now, as a wall clock in Greenwich shows it.
  public static func now() -> WallTime {
    WallTime(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}
