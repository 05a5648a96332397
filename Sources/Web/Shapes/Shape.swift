internal import OrderedJSON

/// One description of a kind of value in answers. From it come both the JSON of each value and the
/// schema of all of them in the API document, so that neither can say what the other does not.
///
///     extension User {
///       static let shape = Shape<User>.object([
///         .field("id", .integer) { $0.id },
///         .field("last_seen_ms", .optional(.integer)) { $0.lastSeenMilliseconds },
///       ]).named("User")
///     }
///
/// JSON is appended to one text, without a tree of values in between: pages of photos are large, and
/// are asked for while somebody scrolls.
struct Shape<Value>: Sendable {
  let schema: Schema
  /// Appends the JSON of a value.
  let write: @Sendable (Value, inout String) -> Void

  /// The JSON of a value, in one line.
  func text(_ value: Value) -> String {
    var out = ""
    write(value, &out)
    return out
  }

  /// The same, described once in the API document, where others refer to it by this name.
  func named(_ name: String) -> Shape { Shape(schema: .named(name, schema), write: write) }

  /// What is written as another kind of value.
  func from<Whole>(_ part: @escaping @Sendable (Whole) -> Value) -> Shape<Whole> {
    let write = write
    return Shape<Whole>(schema: schema) { write(part($0), &$1) }
  }
}

// MARK: Plain values

extension Shape where Value: BinaryInteger & Sendable {
  static var integer: Shape { Shape(schema: .integer) { $1 += String($0) } }
}

extension Shape<Double> {
  /// `null` for what is not finite, which no answer should hold.
  static var number: Shape { Shape(schema: .number) { JSONText.write($0, to: &$1) } }
}

extension Shape<Bool> {
  static var boolean: Shape { Shape(schema: .boolean) { $1 += $0 ? "true" : "false" } }
}

extension Shape<String> {
  static var string: Shape { Shape(schema: .string) { JSONText.quote($0, to: &$1) } }

  /// A text that is a JSON object already, of members that this program does not know.
  static var jsonObject: Shape { Shape(schema: .map(.any)) { $1 += $0 } }
}

extension Shape
where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
  /// One of an enumeration's words.
  static var word: Shape {
    Shape(schema: .words(Value.self)) { JSONText.quote($0.rawValue, to: &$1) }
  }
}

// MARK: Values made of others

extension Shape {
  /// The same, or null.
  static func optional<Wrapped>(_ shape: Shape<Wrapped>) -> Shape where Value == Wrapped? {
    Shape(schema: .optional(shape.schema)) { value, out in
      if let value { shape.write(value, &out) } else { out += "null" }
    }
  }

  /// Any number of them.
  static func list<Element>(_ shape: Shape<Element>) -> Shape where Value == [Element] {
    Shape(schema: .list(shape.schema)) { values, out in
      out += "["
      for (place, value) in values.enumerated() {
        if place > 0 { out += "," }
        shape.write(value, &out)
      }
      out += "]"
    }
  }

  /// An object whose keys are data, in their order.
  static func map<Key: Comparable & CustomStringConvertible & Sendable, Element>(
    _ shape: Shape<Element>
  ) -> Shape where Value == [Key: Element] {
    Shape(schema: .map(shape.schema)) { values, out in
      out += "{"
      for (place, member) in values.sorted(by: { $0.key < $1.key }).enumerated() {
        if place > 0 { out += "," }
        JSONText.quote(member.key.description, to: &out)
        out += ":"
        shape.write(member.value, &out)
      }
      out += "}"
    }
  }

  /// What is described further on, or by itself: a kind of value that holds others of its kind.
  ///
  /// - Parameter shape: asked for only when a value is written.
  static func reference(
    to name: String, _ shape: @escaping @Sendable () -> Shape<Value>
  ) -> Shape {
    Shape(schema: .reference(name)) { shape().write($0, &$1) }
  }
}

/// One of two kinds of value.
enum Either<First, Second> {
  case first(First)
  case second(Second)
}

extension Either: Sendable where First: Sendable, Second: Sendable {}

extension Shape {
  /// One of two.
  static func either<First, Second>(
    _ first: Shape<First>, _ second: Shape<Second>
  ) -> Shape where Value == Either<First, Second> {
    Shape(schema: .anyOf([first.schema, second.schema])) { value, out in
      switch value {
      case .first(let value): first.write(value, &out)
      case .second(let value): second.write(value, &out)
      }
    }
  }
}
