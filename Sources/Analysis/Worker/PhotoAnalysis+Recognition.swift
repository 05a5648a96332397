internal import Imaging
internal import Metadata
package import PhotoCore

/// A photo that is known already, to be looked at by the worker's networks alone.
package struct RecogniseRequest: Hashable, Sendable, Codable {
  /// Where the file is.
  package let path: FilePath
  /// What its bytes should be: another file in the photo's place is not looked at.
  package let sha256: ContentHash

  package init(path: FilePath, sha256: ContentHash) {
    self.path = path
    self.sha256 = sha256
  }
}

extension PhotoAnalysis {
  /// What the networks see on a photo that is known already: no metadata, no thumbnails. A worker without
  /// networks answers that none has looked.
  ///
  /// - Returns: ``PhotoCore/Finding/Outcome/recognised(_:)``; for a file with other bytes, or one that
  ///   cannot be looked at, what became of it.
  package func recognition(of order: RecogniseRequest) -> Finding {
    var (bytes, hash): (Int64?, ContentHash?) = (nil, nil)
    let outcome: Finding.Outcome
    do throws(ReadFailure) {
      let reading = try FileReading(order.path)
      defer { reading.finish() }
      bytes = reading.size
      let file = try reading.whole()
      hash = file.sha256
      outcome =
        file.sha256 == order.sha256
        ? recognition(in: file) : .setAside(.changedWhileReading, detail: nil)
    } catch {
      outcome = Self.outcome(error)
    }
    return Finding(path: order.path, bytes: bytes, sha256: hash, outcome: outcome)
  }

  private func recognition(in file: ReadFile) -> Finding.Outcome {
    guard let picture = PictureFile(file.bytes) else { return .setAside(.notAnImage, detail: nil) }
    do {
      let inputs = try NetworkInputs(PhotoScales(try decode(picture).picture))
      let nothing = PhotoRecognition(
        detector: nil, objects: [], classifier: nil, scenes: [], embedding: nil)
      return .recognised(try recognise(inputs) ?? nothing)
    } catch let error as ImagingError {
      return Self.outcome(error)
    } catch {
      return .setAside(.decoderCrashed, detail: "\(error)")
    }
  }
}
