internal import Foundation

/// A network in OpenVINO's intermediate representation (IR, version 11), as it grows.
///
/// OpenVINO works out all sizes itself, so only inputs and constants carry them.
struct IntermediateGraph {
  /// An operation's only output.
  struct Node: Hashable {
    fileprivate let id: Int
  }

  private struct Operation {
    let type: String
    let opset: String
    let attributes: KeyValuePairs<String, String>
    let inputs: [Node]
    let element: String
    let tensor: String?
  }

  private var operations: [Operation] = []

  /// Adds an operation.
  ///
  /// - Parameters:
  ///   - type: its name and version, as in OpenVINO's operation sets.
  ///   - element: `f32`, `i64` or `u8`: the type of its output.
  ///   - tensor: the name of its output, where something outside needs it.
  mutating func add(
    _ type: String, opset: Int = 1, _ inputs: [Node] = [], element: String = "f32",
    tensor: String? = nil, _ attributes: KeyValuePairs<String, String> = [:]
  ) -> Node {
    operations.append(
      Operation(
        type: type, opset: "opset\(opset)", attributes: attributes, inputs: inputs,
        element: element, tensor: tensor))
    return Node(id: operations.count - 1)
  }

  /// The text of the `.xml` file.
  var xml: String {
    let layers = operations.indices.map(layer).joined(separator: "\n")
    let edges = operations.enumerated().flatMap { id, operation in
      operation.inputs.enumerated().map { port, source in
        "<edge from-layer=\"\(source.id)\" from-port=\"\(operations[source.id].inputs.count)\" "
          + "to-layer=\"\(id)\" to-port=\"\(port)\"/>"
      }
    }
    return """
      <?xml version="1.0"?>
      <net name="darknet" version="11">
      <layers>
      \(layers)
      </layers>
      <edges>
      \(edges.joined(separator: "\n"))
      </edges>
      </net>

      """
  }

  /// Ports are numbered through inputs and output.
  private func layer(_ id: Int) -> String {
    let operation = operations[id]
    let data = operation.attributes.map { "\($0)=\"\($1)\"" }.joined(separator: " ")
    let inputs = operation.inputs.enumerated().map { port, source in
      "<port id=\"\(port)\" precision=\"\(Self.precision(operations[source.id].element))\"/>"
    }
    let names = operation.tensor.map { " names=\"\($0)\"" } ?? ""
    let output =
      operation.type == "Result"
      ? ""
      : "<output><port id=\"\(inputs.count)\" precision=\"\(Self.precision(operation.element))\""
        + "\(names)/></output>"
    return "<layer id=\"\(id)\" name=\"\(operation.tensor ?? "\(operation.type)-\(id)")\" "
      + "type=\"\(operation.type)\" version=\"\(operation.opset)\">"
      + (data.isEmpty ? "" : "<data \(data)/>")
      + (inputs.isEmpty ? "" : "<input>\(inputs.joined())</input>") + output + "</layer>"
  }

  private static func precision(_ element: String) -> String {
    element == "f32" ? "FP32" : element.uppercased()
  }
}

/// The `.bin` file beside it: constants, one after the other.
final class ConstantFile {
  private let file: FileHandle
  private let path: String
  private var offset = 0

  init(path: String) throws(DarknetError) {
    self.path = path
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw .unwritable(path: path, detail: "it cannot be made") }
    self.file = file
  }

  deinit { try? file.close() }

  /// Puts everything on the disk.
  func close() throws(DarknetError) {
    try DarknetNetwork.writing(path) {
      try file.synchronize()
      try file.close()
    }
  }

  /// Adds a constant to the file and to the graph.
  func add<Element: BitwiseCopyable>(
    _ values: [Element], element: String, shape: [Int], to graph: inout IntermediateGraph
  ) throws(DarknetError) -> IntermediateGraph.Node {
    // OpenVINO maps the file; 64 bytes suit the widest registers.
    let gap = (64 - offset % 64) % 64
    let bytes = values.withUnsafeBytes { Data($0) }
    try DarknetNetwork.writing(path) {
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
}
