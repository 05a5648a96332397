import ArgumentParser
import Catalog
import PhotoCore

/// Which camera is meant by a text.
enum CameraChoice {
  /// The camera whose name is the text, or the only one whose name holds it; in any case.
  ///
  /// - Throws: `ValidationError` with the cameras that there are.
  static func find(_ text: String, _ catalogue: CatalogDatabase) throws -> Camera {
    let cameras = try catalogue.photos.cameras().compactMap(\.camera)
    let wanted = text.lowercased()
    if let exact = cameras.first(where: { $0.name.lowercased() == wanted }) { return exact }
    let holding = cameras.filter { $0.name.lowercased().contains(wanted) }
    if holding.count == 1, !wanted.isEmpty { return holding[0] }
    let names = (holding.isEmpty ? cameras : holding).map(\.name).joined(separator: ", ")
    throw ValidationError(
      holding.isEmpty
        ? "Camera “\(text)” not found. Cameras: \(names)."
        : "“\(text)” matches several cameras: \(names). Give the full name.")
  }
}
