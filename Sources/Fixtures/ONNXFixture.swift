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
package struct ONNXFixture: Sendable {
  /// The types of numbers, as `TensorProto.DataType` counts them.
  package enum Number: Int, Sendable {
    case f32 = 1
    case u8 = 2
    case i32 = 6
    case i64 = 7
    case f16 = 10
  }

  /// What goes into the network or comes out of it.
  package struct Value: Sendable {
    /// Its name.
    package var name: String
    /// Its lengths; nil for an open one.
    package var shape: [Int?]
    /// The type of its numbers.
    package var number: Number

    package init(_ name: String, _ shape: [Int?], _ number: Number = .f32) {
      self.name = name
      self.shape = shape
      self.number = number
    }
  }

  /// A constant of the network.
  package struct Tensor: Sendable {
    /// Its name.
    package var name: String
    /// Its lengths.
    package var shape: [Int]
    /// The type of its numbers.
    package var number: Number
    /// Its numbers, little-endian.
    package var bytes: [UInt8]

    /// 32-bit floats.
    package init(_ name: String, _ shape: [Int], floats: [Float]) {
      self.name = name
      self.shape = shape
      number = .f32
      bytes = floats.flatMap { littleEndian($0.bitPattern) }
    }

    /// 64-bit integers, such as the shape that `Reshape` takes.
    package init(_ name: String, _ shape: [Int], integers: [Int]) {
      self.name = name
      self.shape = shape
      number = .i64
      bytes = integers.flatMap { littleEndian(Int64($0)) }
    }
  }

  /// A value of a node's attribute.
  package enum NodeAttribute: Sendable {
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
  package struct Node: Sendable {
    /// The operator, such as `Conv`.
    package var operation: String
    /// Whose operator it is; empty for ONNX's own.
    package var domain: String
    /// The names of what goes in.
    package var inputs: [String]
    /// The names of what comes out.
    package var outputs: [String]
    /// The attributes by name.
    package var attributes: [String: NodeAttribute]

    package init(
      _ operation: String, _ inputs: [String], _ outputs: [String],
      _ attributes: [String: NodeAttribute] = [:], domain: String = ""
    ) {
      self.operation = operation
      self.domain = domain
      self.attributes = attributes
      self.inputs = inputs
      self.outputs = outputs
    }
  }

  /// What goes in.
  package var inputs: [Value]
  /// What comes out.
  package var outputs: [Value]
  /// The operators, each after those it needs.
  package var nodes: [Node]
  /// The constants.
  package var initialisers: [Tensor]
  /// The version of ONNX's own operators.
  package var operatorSet: Int

  package init(
    inputs: [Value], outputs: [Value], nodes: [Node], initialisers: [Tensor] = [],
    operatorSet: Int = 13
  ) {
    self.inputs = inputs
    self.outputs = outputs
    self.nodes = nodes
    self.initialisers = initialisers
    self.operatorSet = operatorSet
  }
}
