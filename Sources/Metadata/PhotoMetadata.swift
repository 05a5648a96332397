package import PhotoCore

/// What a photo's bytes say about it, apart from its pixels.
///
/// Never fails: whatever cannot be understood is nil, and broken EXIF does not make a good picture
/// damaged.
package struct PhotoMetadata: Hashable, Sendable {
  /// How the picture is stored; upright where nothing, or nonsense, is said.
  package let orientation: Orientation
  /// When it was taken; nil where unknown or not to be believed.
  package let taken: CaptureTime?
  /// Where it was taken; nil where unknown or not to be believed.
  package let position: Position?
  /// What took it; nil where unknown.
  package let camera: Camera?

  /// Reads the metadata of a whole file.
  ///
  /// - Parameters:
  ///   - format: what the file is by its content.
  ///   - now: the present in UTC; a time more than a day later is not believed.
  package static func read(
    _ bytes: [UInt8], format: PictureFormat, now: WallTime
  ) -> PhotoMetadata {
    let blocks = MetadataBlocks(bytes, format: format)
    let exif = blocks.exif.flatMap { EXIFBlock(bytes, $0) }
    let xmp = blocks.xmp.map { XMPPacket(bytes, $0) }
    return PhotoMetadata(
      orientation: exif?.orientation ?? xmp?.orientation ?? .upright,
      taken: TimeSources(exif: exif, xmp: xmp, belief: TimePlausibility(now: now)).captureTime,
      position: exif?.position ?? xmp?.position, camera: exif?.camera ?? xmp?.camera)
  }

  package init(
    orientation: Orientation, taken: CaptureTime?, position: Position?, camera: Camera?
  ) {
    self.orientation = orientation
    self.taken = taken
    self.position = position
    self.camera = camera
  }
}
