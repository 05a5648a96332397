/// A small ONNX network made by code: sound ones, and ones that no runtime can take.
///
///     let network = ONNXFixture(
///       inputs: [.init("image", [1, 3, nil, nil])],
///       outputs: [.init("scores", [1, 2])],
///       nodes: [
///         .init("GlobalAveragePool", ["image"], ["means"]),
///         .init("Flatten", ["means"], ["flat"]),
///         .init("Gemm", ["flat", "weights"], ["scores"]),
///       ],
///       initialisers: [.init("weights", [3, 2], floats: [1, 0, 0, 1, 0, 0])])
///     try folder.write(network.data, to: "network.onnx")
///
/// Field numbers are those of `onnx.proto`. Only what tests need is written.
public struct ONNXFixture: Sendable {
  /// The types of numbers, as `TensorProto.DataType` counts them.
  public enum Number: Int, Sendable {
    case f32 = 1
    case u8 = 2
    case i32 = 6
    case i64 = 7
    case f16 = 10
  }

  /// What goes into the network or comes out of it.
  public struct Value: Sendable {
    /// Its name.
    public var name: String
    /// Its lengths; nil for an open one.
    public var shape: [Int?]
    /// The type of its numbers.
    public var number: Number

    /// Takes the values as they are.
    public init(_ name: String, _ shape: [Int?], _ number: Number = .f32) {
      (self.name, self.shape, self.number) = (name, shape, number)
    }
  }

  /// A constant of the network.
  public struct Tensor: Sendable {
    /// Its name.
    public var name: String
    /// Its lengths.
    public var shape: [Int]
    /// The type of its numbers.
    public var number: Number
    /// Its numbers, little-endian.
    public var bytes: [UInt8]

    /// 32-bit floats.
    public init(_ name: String, _ shape: [Int], floats: [Float]) {
      (self.name, self.shape, number) = (name, shape, .f32)
      bytes = floats.flatMap { littleEndian($0.bitPattern) }
    }

    /// 64-bit integers, such as the shape that `Reshape` takes.
    public init(_ name: String, _ shape: [Int], integers: [Int]) {
      (self.name, self.shape, number) = (name, shape, .i64)
      bytes = integers.flatMap { littleEndian(Int64($0)) }
    }
  }

  /// A value of a node's attribute.
  public enum Attribute: Sendable {
    /// One float.
    case float(Float)
    /// One integer.
    case integer(Int)
    /// Integers, such as `kernel_shape`.
    case integers([Int])
    /// Text, such as `auto_pad`.
    case text(String)
  }

  /// One operator.
  public struct Node: Sendable {
    /// The operator, such as `Conv`.
    public var operation: String
    /// Whose operator it is; empty for ONNX's own.
    public var domain: String
    /// The names of what goes in.
    public var inputs: [String]
    /// The names of what comes out.
    public var outputs: [String]
    /// The attributes by name.
    public var attributes: [String: Attribute]

    /// Takes the values as they are.
    public init(
      _ operation: String, _ inputs: [String], _ outputs: [String],
      _ attributes: [String: Attribute] = [:], domain: String = ""
    ) {
      (self.operation, self.domain, self.attributes) = (operation, domain, attributes)
      (self.inputs, self.outputs) = (inputs, outputs)
    }
  }

  /// What goes in.
  public var inputs: [Value]
  /// What comes out.
  public var outputs: [Value]
  /// The operators, each after those it needs.
  public var nodes: [Node]
  /// The constants.
  public var initialisers: [Tensor]
  /// The version of ONNX's own operators.
  public var operatorSet: Int

  /// Takes the values as they are.
  public init(
    inputs: [Value], outputs: [Value], nodes: [Node], initialisers: [Tensor] = [],
    operatorSet: Int = 13
  ) {
    (self.inputs, self.outputs, self.nodes) = (inputs, outputs, nodes)
    (self.initialisers, self.operatorSet) = (initialisers, operatorSet)
  }

  /// The file's bytes.
  public var data: [UInt8] {
    var graph = ProtobufWriter()
    for node in nodes { graph.message(1) { node.write(to: &$0) } }
    graph.text(2, "fixture")
    for tensor in initialisers { graph.message(5) { tensor.write(to: &$0) } }
    for value in inputs { graph.message(11) { value.write(to: &$0) } }
    for value in outputs { graph.message(12) { value.write(to: &$0) } }
    var model = ProtobufWriter()
    model.integer(1, 8)  // the version of the format that came with operator set 13 and later
    model.bytes(7, graph.data)
    for domain in Set(nodes.map(\.domain)).union([""]).sorted() {
      model.message(8) {
        $0.text(1, domain)
        $0.integer(2, domain.isEmpty ? operatorSet : 1)
      }
    }
    return model.data
  }
}

extension ONNXFixture.Value {
  fileprivate func write(to writer: inout ProtobufWriter) {
    writer.text(1, name)
    writer.message(2) { type in
      type.message(1) { tensor in
        tensor.integer(1, number.rawValue)
        tensor.message(2) { lengths in
          for (place, length) in shape.enumerated() {
            lengths.message(1) { dimension in
              if let length {
                dimension.integer(1, length)
              } else {
                dimension.text(2, "open\(place)")
              }
            }
          }
        }
      }
    }
  }
}

extension ONNXFixture.Tensor {
  fileprivate func write(to writer: inout ProtobufWriter) {
    for length in shape { writer.integer(1, length) }
    writer.integer(2, number.rawValue)
    writer.text(8, name)
    writer.bytes(9, bytes)
  }
}

extension ONNXFixture.Node {
  fileprivate func write(to writer: inout ProtobufWriter) {
    for name in inputs { writer.text(1, name) }
    for name in outputs { writer.text(2, name) }
    writer.text(3, "\(operation) of \(outputs.first ?? "")")
    writer.text(4, operation)
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      writer.message(5) { attribute in
        attribute.text(1, name)
        // Field 20 is the type, as `AttributeProto.AttributeType` counts them.
        switch value {
        case .float(let number):
          attribute.float(2, number)
          attribute.integer(20, 1)
        case .integer(let number):
          attribute.integer(3, number)
          attribute.integer(20, 2)
        case .text(let text):
          attribute.text(4, text)
          attribute.integer(20, 3)
        case .integers(let numbers):
          for number in numbers { attribute.integer(8, number) }
          attribute.integer(20, 7)
        }
      }
    }
    writer.text(7, domain)
  }
}
