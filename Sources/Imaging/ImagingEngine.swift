internal import CImaging

/// libvips, started once for the process.
package enum ImagingEngine {
  private static let failure: String? = {
    var words: UnsafeMutablePointer<CChar>?
    guard mi_start(&words) != 0 else { return nil }
    return takeText(words)
  }()

  /// Starts libvips with one thread, no caches, and the loaders of our formats only.
  ///
  /// Cheap when it runs already.
  ///
  /// - Throws: ``ImagingError/notStarted(_:)``.
  package static func start() throws(ImagingError) {
    if let failure { throw .notStarted(failure) }
  }
}

/// A C string of the library's as a Swift one; frees it.
func takeText(_ text: UnsafeMutablePointer<CChar>?) -> String {
  guard let text else { return "" }
  defer { mi_free(text) }
  return String(cString: text).split(separator: "\n").joined(separator: "; ")
}

/// Calls one function of the library and throws its words where it gives nothing.
func vips(
  _ step: String, _ call: (inout UnsafeMutablePointer<CChar>?) -> OpaquePointer?
) throws(ImagingError) -> Picture {
  var words: UnsafeMutablePointer<CChar>?
  guard let image = call(&words) else { throw .failed(step: step, detail: takeText(words)) }
  return Picture(owning: image)
}

/// The same for functions that give bytes.
func vipsBytes(
  _ step: String,
  _ call: (inout Int, inout UnsafeMutablePointer<CChar>?) -> UnsafeMutablePointer<UInt8>?
) throws(ImagingError) -> [UInt8] {
  var words: UnsafeMutablePointer<CChar>?
  var count = 0
  guard let bytes = call(&count, &words) else {
    throw .failed(step: step, detail: takeText(words))
  }
  defer { mi_free(bytes) }
  return Array(UnsafeBufferPointer(start: bytes, count: count))
}
