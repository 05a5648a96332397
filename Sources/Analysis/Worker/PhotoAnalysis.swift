internal import Foundation
internal import Imaging
internal import Metadata
package import PhotoCore
package import Recognition

/// One file in, one finding out: where a photo's bytes become knowledge.
///
///     bytes ─ hash ─ kind ─ metadata ─ decode once ─┬─ thumbnails
///                                                   └─ detector, classifier, average colour
///
/// The picture is decoded once, at the smallest scale that serves; thumbnails and network inputs are
/// made from that one picture. Used by one thread, in the worker process only.
package final class PhotoAnalysis {
  private let decoder: PhotoDecoder
  let recogniser: Recogniser?
  private let thumbnails: ThumbnailWriter?

  /// - Parameters:
  ///   - recogniser: nil to leave the networks out.
  ///   - thumbnails: the folder of all thumbnails; nil to make none.
  package init(recogniser: Recogniser?, thumbnails: FilePath?) {
    decoder = PhotoDecoder()
    self.recogniser = recogniser
    self.thumbnails = thumbnails.map { ThumbnailWriter(folder: $0) }
  }

  /// Everything about a file. A bad file is a finding, not an error.
  ///
  /// - Throws: ``StorageFailure`` when a thumbnail cannot be written, which is no fault of the file.
  package func finding(for path: FilePath) throws(StorageFailure) -> Finding {
    try examine(path, identifyOnly: false)
  }

  /// Only the hash of a file.
  package func identification(of path: FilePath) throws(StorageFailure) -> Finding {
    try examine(path, identifyOnly: true)
  }

  private func examine(
    _ path: FilePath, identifyOnly: Bool
  ) throws(StorageFailure) -> Finding {
    let reading: FileReading
    do {
      reading = try FileReading(path)
    } catch {
      return Finding(path: path, bytes: nil, sha256: nil, outcome: Self.outcome(error))
    }
    defer { reading.finish() }
    let (kind, file): (FileKind, ReadFile)
    do {
      kind = FileKind.sniff(try reading.prefix(FileKind.prefixLength))
      guard case .picture = kind else {
        return Finding(
          path: path, bytes: reading.size, sha256: nil,
          outcome: Self.outcome(ofNoPicture: kind, path: path, size: reading.size))
      }
      file = try reading.whole()
    } catch {
      return Finding(path: path, bytes: reading.size, sha256: nil, outcome: Self.outcome(error))
    }
    let outcome =
      identifyOnly ? .identified : try self.outcome(of: file)
    return Finding(path: path, bytes: reading.size, sha256: file.sha256, outcome: outcome)
  }

  static func outcome(_ failure: ReadFailure) -> Finding.Outcome {
    switch failure {
    case .gone: .gone
    case .notRegular: .unsupported(kind: "device")
    case .empty: .setAside(.emptyFile, detail: nil)
    case .tooLarge(let size): .setAside(.tooLarge, detail: "\(size) bytes")
    case .unreadable(let words): .setAside(.cannotBeRead, detail: words)
    case .changed: .setAside(.changedWhileReading, detail: nil)
    }
  }

  /// Something that is no picture: not ours, unless its name promises one.
  private static func outcome(
    ofNoPicture kind: FileKind, path: FilePath, size: Int64
  ) -> Finding.Outcome {
    let promises = PhotoExtensions.all.contains(path.fileExtension)
    if case .other(let name) = kind { return .unsupported(kind: name) }
    guard promises || (size == 0 && path.fileExtension.isEmpty) else {
      return .unsupported(kind: nil)
    }
    return .setAside(size == 0 ? .emptyFile : .notAnImage, detail: nil)
  }

  private func outcome(of file: ReadFile) throws(StorageFailure) -> Finding.Outcome {
    // The first bytes were a picture's when they were looked at; nil means they changed since.
    guard let picture = PictureFile(file.bytes) else {
      return .setAside(.changedWhileReading, detail: nil)
    }
    let metadata = picture.metadata
    let decoded: DecodedPhoto
    do {
      decoded = try decode(picture)
    } catch {
      return Self.outcome(error)
    }
    let (recognition, colour): (PhotoRecognition?, UInt32)
    do {
      let scales = try PhotoScales(decoded.picture)
      try thumbnails?.write(scales, hash: file.sha256)
      let inputs = try NetworkInputs(scales)
      recognition = try recognise(inputs)
      colour = inputs.averageColour
    } catch let failure as StorageFailure {
      throw failure
    } catch {
      return .setAside(.decoderCrashed, detail: "\(error)")
    }
    return .photo(
      PhotoFinding(
        format: picture.format, size: decoded.uprightSize, orientation: metadata.orientation,
        taken: metadata.taken, position: metadata.position, camera: metadata.camera,
        warning: decoded.warning, recognition: recognition, colour: colour))
  }

  static func outcome(_ error: ImagingError) -> Finding.Outcome {
    let reason: SetAsideReason =
      switch error {
      case .notAnImage: .notAnImage
      case .tooManyPixels: .tooManyPixels
      case .truncated: .truncated
      case .corruptPixels: .corruptPixels
      case .notStarted, .failed: .decoderCrashed
      }
    return .setAside(reason, detail: error.description)
  }

  /// Decodes a picture once, upright.
  func decode(_ picture: PictureFile) throws(ImagingError) -> DecodedPhoto {
    let viewable = try picture.viewable()
    return try decoder.decode(
      viewable.bytes, format: viewable.format, orientation: picture.metadata.orientation)
  }

  func recognise(_ inputs: NetworkInputs) throws -> PhotoRecognition? {
    guard let recogniser else { return nil }
    return try recogniser.recognise { try inputs.view(for: $0, tile: $1) }
  }
}

/// File name endings that promise a photo.
enum PhotoExtensions {
  static let all: Set<String> = [
    "jpg", "jpeg", "jpe", "jfif", "png", "webp", "tif", "tiff", "gif", "heic", "heif", "hif",
    "avif", "dng", "cr2", "nef", "arw", "orf", "rw2", "raf",
  ]
}
