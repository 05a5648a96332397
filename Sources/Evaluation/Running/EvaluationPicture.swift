package import Analysis
internal import Foundation
internal import Imaging
internal import Metadata
internal import PhotoCore

/// A picture of an evaluation set, decoded as an import decodes photos.
///
/// In this process: such a set is the user's own choice, not whatever lies in a folder of photos.
package enum EvaluationPicture {
  /// The picture at the sizes from which networks are fed. Its pixels are taken as they lie, since
  /// annotations refer to these.
  ///
  /// - Throws: ``EvaluationError/noPicture(path:detail:)``, ``ImagingError``.
  package static func scales(_ path: String) throws -> PhotoScales {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw EvaluationError.noPicture(path: path, detail: "cannot be opened")
    }
    let bytes = [UInt8](data)
    guard case .picture(let format) = FileKind.sniff(Array(bytes.prefix(FileKind.prefixLength)))
    else { throw EvaluationError.noPicture(path: path, detail: "is not a picture") }
    return try PhotoScales(
      PhotoDecoder().decode(bytes, format: format, orientation: .upright).picture)
  }

  /// A small copy for a report, as JPEG, with its size; nil where the picture cannot be read any more.
  static func thumbnail(_ path: String) -> (jpeg: [UInt8], size: PixelSize)? {
    guard let small = try? scales(path).medium.shrunk(toLongestSide: 440),
      let jpeg = try? small.jpegData(quality: 80)
    else { return nil }
    return (jpeg, small.size)
  }
}
