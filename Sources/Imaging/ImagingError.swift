internal import PhotoCore

/// Why a picture could not be made. Nothing is left behind when one is thrown.
package enum ImagingError: Error, Hashable, Sendable {
  /// The library did not start, with its own words.
  case notStarted(String)
  /// No picture of this format, with the decoder's own words.
  case notAnImage(String)
  /// More pixels than ``DecodeLimits/maximumPixels``.
  case tooManyPixels(width: Int, height: Int)
  /// The data end before a usable part of the picture.
  case truncated(goodShare: Double)
  /// The data are damaged before a usable part of the picture.
  case corruptPixels(goodShare: Double)
  /// A step after decoding failed (out of memory), with the library's own words.
  case failed(step: String, detail: String)
}

extension ImagingError: CustomStringConvertible {
  /// The fact in a few words, for logs and details.
  package var description: String {
    switch self {
    case .notStarted(let words): "libvips did not start: \(words)"
    case .notAnImage(let words): words.isEmpty ? "no picture" : words
    case .tooManyPixels(let width, let height): "\(width) × \(height) pixels"
    case .truncated(let share): "ends after \(percent(share)) of the rows"
    case .corruptPixels(let share): "damaged after \(percent(share)) of the rows"
    case .failed(let step, let detail): "\(step): \(detail)"
    }
  }
}

private func percent(_ share: Double) -> String {
  Percent.text(max(0, min(1, share)))
}
