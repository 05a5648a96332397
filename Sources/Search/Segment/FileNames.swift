internal import CBits
internal import PhotoCore
internal import Query

/// The names of files in lower case, one behind the other, and their folders.
///
/// ``TextMatch`` compares texts in lower case scalar by scalar; in UTF-8 that is byte by byte.
struct FileNames: Sendable {
  /// Lower-case UTF-8, a NUL behind each, in the order of ordinals.
  private let text: [UInt8]
  /// Where each name begins; one more than there are names.
  private let starts: [UInt32]
  /// Row id of each name's folder, as a number in ``folderPaths``.
  private let folders: [UInt32]
  /// Lower-case paths with a slash at the end.
  private let folderPaths: [[UInt8]]

  init(text: [UInt8], starts: [UInt32], folders: [UInt32], folderPaths: [[UInt8]]) {
    self.text = text
    self.starts = starts
    self.folders = folders
    self.folderPaths = folderPaths
  }

  /// The photos whose file name holds the text; the whole path, where the text has a slash.
  func holding(_ part: SearchText, into bitmap: inout Bitmap) {
    let wanted = Array(part.rawValue.lowercased().utf8)
    guard let slash = wanted.lastIndex(of: UInt8(ascii: "/")) else {
      findInNames(wanted, into: &bitmap)
      return
    }
    // The text's last slash is either within the folder's path, or the one before the name.
    let head = Array(wanted[...slash])
    let tail = Array(wanted[(slash + 1)...])
    let holds = folderPaths.map { Self.find(wanted, in: $0) }
    let endsWithHead = folderPaths.map { $0.suffix(head.count).elementsEqual(head) }
    for ordinal in folders.indices {
      let folder = Int(folders[ordinal])
      if holds[folder] || (endsWithHead[folder] && name(ordinal).starts(with: tail)) {
        bitmap.insert(ordinal)
      }
    }
  }

  private func name(_ ordinal: Int) -> ArraySlice<UInt8> {
    text[Int(starts[ordinal])..<Int(starts[ordinal + 1]) - 1]
  }

  private func findInNames(_ wanted: [UInt8], into bitmap: inout Bitmap) {
    text.withUnsafeBytes { text in
      wanted.withUnsafeBytes { wanted in
        var at = 0
        var ordinal = 0
        while at < text.count,
          let hit = meridian_find(
            text.baseAddress.map { $0 + at }, text.count - at,
            wanted.baseAddress, wanted.count),
          let base = text.baseAddress
        {
          let offset = UnsafeRawPointer(hit) - base
          ordinal = self.ordinal(at: offset, from: ordinal)
          bitmap.insert(ordinal)
          // Once is enough: on with the next name.
          ordinal += 1
          at = Int(starts[ordinal])
        }
      }
    }
  }

  /// The name that stands at an offset, which lies in the name of `from` or a later one.
  private func ordinal(at offset: Int, from: Int) -> Int {
    var low = from
    var step = 1
    while low + step + 1 < starts.count, Int(starts[low + step]) <= offset {
      low += step
      step *= 2
    }
    var high = min(low + step, starts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static func find(_ wanted: [UInt8], in text: [UInt8]) -> Bool {
    text.withUnsafeBytes { text in
      wanted.withUnsafeBytes { wanted in
        meridian_find(text.baseAddress, text.count, wanted.baseAddress, wanted.count) != nil
      }
    }
  }

  /// A file's or folder's name as it is looked for.
  static func lowered(_ bytes: UnsafeRawBufferPointer, into text: inout [UInt8]) {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      for byte in bytes { text.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
    } else {
      text += Array(FilePath(bytes: bytes).description.lowercased().utf8)
    }
  }
}
