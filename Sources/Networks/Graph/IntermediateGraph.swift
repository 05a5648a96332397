/// A network in OpenVINO's intermediate representation (IR, version 11), as it grows.
///
/// OpenVINO works out all sizes itself, so only inputs and constants carry them.
package struct IntermediateGraph: Sendable {
  /// An operation's only output.
  package struct Node: Hashable, Sendable {
    fileprivate let id: Int
  }

  private struct Operation: Sendable {
    let type: String
    let opset: String
    let attributes: [NodeAttribute]
    let inputs: [Node]
    let element: String
    let tensor: String?
  }

  private struct NodeAttribute: Sendable {
    let name: String
    let value: String
  }

  private let name: String
  private var operations: [Operation] = []

  /// An empty graph.
  ///
  /// - Parameter name: the network's, in letters, digits, `-` and `_`.
  package init(name: String) {
    self.name = name
  }

  /// Adds an operation.
  ///
  /// - Parameters:
  ///   - type: its name and version, as in OpenVINO's operation sets.
  ///   - element: `f32`, `i64` or `u8`: the type of its output.
  ///   - tensor: the name of its output, where something outside needs it.
  @discardableResult
  package mutating func add(
    _ type: String, opset: Int = 1, _ inputs: [Node] = [], element: String = "f32",
    tensor: String? = nil, _ attributes: KeyValuePairs<String, String> = [:]
  ) -> Node {
    operations.append(
      Operation(
        type: type, opset: "opset\(opset)",
        attributes: attributes.map { NodeAttribute(name: $0.key, value: $0.value) }, inputs: inputs,
        element: element, tensor: tensor))
    return Node(id: operations.count - 1)
  }

  /// The text of the `.xml` file.
  package var xml: String {
    let layers = operations.indices.map(layer).joined(separator: "\n")
    let edges = operations.enumerated().flatMap { id, operation in
      operation.inputs.enumerated().map { port, source in
        "<edge from-layer=\"\(source.id)\" from-port=\"\(operations[source.id].inputs.count)\" "
          + "to-layer=\"\(id)\" to-port=\"\(port)\"/>"
      }
    }
    return """
      <?xml version="1.0"?>
      <net name="\(name)" version="11">
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
    let data = operation.attributes.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: " ")
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
