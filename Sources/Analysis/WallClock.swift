internal import Foundation
package import PhotoCore

/// The present, for deciding what lies in the future.
package enum WallClock {
  /// UTC now, as a wall clock in Greenwich shows it.
  package static func now() -> WallTime {
    WallTime(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}
