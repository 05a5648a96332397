internal import Imaging
internal import Metadata
internal import PhotoCore

/// Makes the pictures of an export, in the worker since originals are untrusted bytes.
struct PhotoRendering {
  /// Makes one picture.
  ///
  /// - Throws: ``StorageFailure`` when it cannot be written.
  func render(_ order: WorkerRenderRequest) throws(StorageFailure) -> RenderResult {
    let made: (bytes: [UInt8], result: RenderResult)
    do {
      made = try make(order)
    } catch let error as ReadFailure {
      return .failed("\(order.source) cannot be read: \(error.description).")
    } catch {
      return .failed("\(order.source) cannot be shown: \(error).")
    }
    try AtomicFile.write(made.bytes, to: order.destination)
    return made.result
  }

  private func make(_ order: WorkerRenderRequest) throws -> (bytes: [UInt8], result: RenderResult) {
    let reading = try FileReading(order.source)
    defer { reading.finish() }
    let bytes = try reading.whole().bytes
    guard let picture = PictureFile(bytes) else {
      throw ImagingError.notAnImage("no longer a picture")
    }
    let viewable = try picture.viewable()
    let source = PhotoSource(
      bytes: viewable.bytes, format: viewable.format, orientation: picture.metadata.orientation,
      turn: order.turn)
    var made: (bytes: [UInt8], result: RenderResult)
    switch order.style {
    case .plain: made = try plain(source, storedAs: picture.metadata.orientation)
    case .annotated(let objects):
      made = (try source.annotatedJPEG(objects: objects), .reencoded)
    }
    if order.stripGPS { made.bytes = ExifEditor.strippingGPS(made.bytes) }
    return made
  }

  /// - Parameter stored: what the file's own EXIF says.
  private func plain(
    _ source: PhotoSource, storedAs stored: Orientation
  ) throws -> (bytes: [UInt8], result: RenderResult) {
    if source.format == .jpeg {
      if source.orientation == .upright {
        guard stored != .upright else { return (source.bytes, .copied) }
        // The user's turn takes the camera's back: the pixels are right, only EXIF is not.
        return (ExifEditor.settingUpright(source.bytes), .lossless)
      }
      if let turned = source.losslesslyTurned() {
        return (ExifEditor.settingUpright(turned), .lossless)
      }
    }
    return (try source.uprightJPEG(), .reencoded)
  }
}
