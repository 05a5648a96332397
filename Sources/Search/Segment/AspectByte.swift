internal import Foundation
internal import PhotoCore

/// The shape of a picture in one byte: enough to lay a million of them out.
///
/// Width / height is 2^((byte − 128) / 42), from about 1/8 to 8 in steps of 1.7%: of two pictures that are
/// mirrored across the square, one is as far above 128 as the other is below.
enum AspectByte {
  private static let steps = 42.0

  static func of(_ size: PixelSize) -> UInt8 {
    // No real picture has a side of 0; what has one must not make the others unreadable.
    let aspect = Double(max(1, size.width)) / Double(max(1, size.height))
    return UInt8(min(255, max(0, (128 + steps * log2(aspect)).rounded())))
  }
}
