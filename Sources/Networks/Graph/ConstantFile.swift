internal import Foundation

/// The `.bin` file beside a graph: constants, one after the other.
///
/// Used by one thread.
package final class ConstantFile {
  private let file: FileHandle
  private let path: String
  private var offset = 0

  /// Makes the file, empty.
  ///
  /// - Throws: ``GraphFileError``.
  package init(path: String) throws(GraphFileError) {
    self.path = path
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw GraphFileError(path: path, detail: "it cannot be made") }
    self.file = file
  }

  deinit { try? file.close() }

  /// Puts everything on the disk.
  ///
  /// - Throws: ``GraphFileError``.
  package func close() throws(GraphFileError) {
    try writing {
      try file.synchronize()
      try file.close()
    }
  }

  /// Adds a constant to the file and to the graph.
  ///
  /// - Parameters:
  ///   - element: the type's name in OpenVINO, such as `f32`.
  ///   - shape: the lengths of its dimensions.
  /// - Throws: ``GraphFileError``.
  package func add<Element: BitwiseCopyable>(
    _ values: [Element], element: String, shape: [Int], to graph: inout IntermediateGraph
  ) throws(GraphFileError) -> IntermediateGraph.Node {
    // OpenVINO maps the file; 64 bytes suit the widest registers.
    let gap = (64 - offset % 64) % 64
    let bytes = values.withUnsafeBytes { Data($0) }
    try writing {
      try file.write(contentsOf: Data(count: gap))
      try file.write(contentsOf: bytes)
    }
    offset += gap + bytes.count
    return graph.add(
      "Const", element: element,
      [
        "element_type": element, "shape": shape.map(String.init).joined(separator: ","),
        "offset": "\(offset - bytes.count)", "size": "\(bytes.count)",
      ])
  }

  private func writing(_ action: () throws -> Void) throws(GraphFileError) {
    do {
      try action()
    } catch {
      throw GraphFileError(path: path, detail: error.localizedDescription)
    }
  }
}

/// Why a network's file cannot be written.
package struct GraphFileError: Error, Hashable, Sendable {
  /// The file.
  package let path: String
  /// The system's words.
  package let detail: String

  package init(path: String, detail: String) {
    self.path = path
    self.detail = detail
  }
}
