internal import Imaging
internal import Metadata
internal import PhotoCore

/// The bytes of a picture with all that is known before any pixel is decoded.
struct PictureFile {
  /// What the whole file is.
  let format: PictureFormat
  /// What it says about itself.
  let metadata: PhotoMetadata
  private let bytes: [UInt8]

  /// - Returns: nil for bytes that do not begin like a picture.
  init?(_ bytes: [UInt8]) {
    guard case .picture(let sniffed) = FileKind.sniff(Array(bytes.prefix(FileKind.prefixLength)))
    else { return nil }
    let isRaw = sniffed == .raw || (sniffed == .tiff && FileKind.isRawTIFF(bytes))
    format = isRaw ? .raw : sniffed
    metadata = PhotoMetadata.read(bytes, format: format, now: WallClock.now())
    self.bytes = bytes
  }

  /// What decoders take: the file itself, or the JPEG that a RAW file carries.
  func viewable() throws(ImagingError) -> (bytes: [UInt8], format: PictureFormat) {
    guard format == .raw else { return (bytes, format) }
    guard let preview = EmbeddedPreview.jpegRange(in: bytes) else {
      throw .notAnImage("no embedded preview")
    }
    return (Array(bytes[preview]), .jpeg)
  }
}
