/// Why a file was set aside: a closed list. The raw values are part of the contract.
package enum SetAsideReason: String, Sendable, Codable, CaseIterable {
  case emptyFile = "empty_file"
  case notAnImage = "not_an_image"
  case truncated
  case corruptPixels = "corrupt_pixels"
  case tooManyPixels = "too_many_pixels"
  case tooLarge = "too_large"
  case cannotBeRead = "cannot_be_read"
  case decoderCrashed = "decoder_crashed"
  case decoderTimedOut = "decoder_timed_out"
  case changedWhileReading = "changed_while_reading"

  /// One sentence for the user.
  package var sentence: String {
    switch self {
    case .emptyFile: "The file is empty. Restore it from a backup or the memory card."
    case .notAnImage: "The file is named like a photo but holds no picture that Meridian can read."
    case .truncated: "The file is cut short and has no usable picture. Copy it again if you can."
    case .corruptPixels: "The picture data is damaged near the beginning. Look for another copy."
    case .tooManyPixels: "The picture has more pixels than Meridian accepts."
    case .tooLarge: "The file is larger than Meridian accepts."
    case .cannotBeRead: "The file cannot be read. Check its permissions and the disk."
    case .decoderCrashed: "The picture crashed the decoder. Meridian skipped it and continued."
    case .decoderTimedOut: "The picture took too long to decode."
    case .changedWhileReading: "The file changed while it was being read. The next run tries again."
    }
  }

  /// Whether the next run looks again although the file looks unchanged, since the cause may be
  /// gone without a trace in the file.
  package var isTransient: Bool {
    self == .cannotBeRead || self == .changedWhileReading
  }
}

/// What is wrong with a photo that is good enough to be indexed all the same.
package enum PhotoWarning: String, Sendable, Codable, CaseIterable {
  /// The file ends early; the upper part of the picture is good.
  case truncated
  /// The picture data is damaged somewhere; the part above is good.
  case corruptPixels = "corrupt_pixels"

  /// One sentence for the user.
  package var sentence: String {
    switch self {
    case .truncated: "The file is cut short: the lower part of the picture is missing."
    case .corruptPixels: "Part of the picture is damaged."
    }
  }
}
