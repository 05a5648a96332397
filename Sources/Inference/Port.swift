internal import COpenVINO
internal import Glibc

/// What goes into a network or comes out of it.
package struct Port: Hashable, Sendable {
  /// The name by which the network's file calls it; empty where it has none.
  package let name: String
  /// The lengths of its dimensions; nil for one that the network leaves open. Empty for a single
  /// number, and where the network leaves even the number of dimensions open.
  package let shape: [Int?]
  /// `u8`, `f32`, `f16`, `i32`, `i64` or `other`.
  package let type: String

  package init(name: String, shape: [Int?], type: String) {
    self.name = name
    self.shape = shape
    self.type = type
  }

  /// The number of values; nil where a dimension is open.
  package var count: Int? {
    shape.reduce(1) { product, length in
      guard let product, let length else { return nil }
      return product * length
    }
  }

  /// Whether this may become a shape by giving its open dimensions a length.
  func admits(_ wanted: [Int]) -> Bool {
    if shape.isEmpty { return true }
    return shape.count == wanted.count && zip(shape, wanted).allSatisfy { $0 == nil || $0 == $1 }
  }

  /// The same port by another of its names.
  func named(_ name: String) -> Port { Port(name: name, shape: shape, type: type) }
}

extension Port: CustomStringConvertible {
  /// `images [1, ?, ?, 3] u8`, with `?` for an open dimension.
  package var description: String {
    let lengths = shape.map { $0.map(String.init) ?? "?" }.joined(separator: ", ")
    return "\(name.isEmpty ? "" : name + " ")[\(lengths)] \(type)"
  }
}

extension Port {
  init(_ port: mo_port) {
    let lengths = withUnsafeBytes(of: port.dimensions) { Array($0.bindMemory(to: Int64.self)) }
    self.init(
      name: Self.text(port.name),
      shape: lengths.prefix(max(0, Int(port.rank))).map { $0 < 0 ? nil : Int($0) },
      type: Self.text(port.type))
  }

  /// A C array of characters, up to its NUL.
  private static func text<Characters>(_ characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
