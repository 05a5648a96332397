internal import OrderedJSON

/// A member of an object in an answer: its name, its description, and how it is told of a value.
struct ShapeField<Value>: Sendable {
  let member: Schema.Member
  /// Appends the member with the separator before it, which is a comma afterwards.
  fileprivate let write: @Sendable (Value, inout String, inout String) -> Void

  /// A member that every object has.
  static func field<Part>(
    _ name: String, _ shape: Shape<Part>, _ part: @escaping @Sendable (Value) -> Part
  ) -> ShapeField {
    let key = Self.key(name)
    return ShapeField(member: Schema.Member(name, shape.schema)) { value, out, separator in
      out += separator
      out += key
      shape.write(part(value), &out)
      separator = ","
    }
  }

  /// A member that is left out where there is nothing to say.
  static func omittable<Part>(
    _ name: String, _ shape: Shape<Part>, _ part: @escaping @Sendable (Value) -> Part?
  ) -> ShapeField {
    let key = Self.key(name)
    let member = Schema.Member(name, shape.schema, isRequired: false)
    return ShapeField(member: member) { value, out, separator in
      guard let part = part(value) else { return }
      out += separator
      out += key
      shape.write(part, &out)
      separator = ","
    }
  }

  /// The same member of what holds the value.
  func of<Whole>(_ part: @escaping @Sendable (Whole) -> Value) -> ShapeField<Whole> {
    let write = write
    return ShapeField<Whole>(member: member) { write(part($0), &$1, &$2) }
  }

  /// The name with what stands between it and the value.
  private static func key(_ name: String) -> String { JSONText.text(name).line + ":" }
}

extension Shape {
  /// An object with these members, in this order.
  static func object(_ fields: [ShapeField<Value>]) -> Shape {
    Shape(schema: .object(fields.map(\.member))) { value, out in
      out += "{"
      var separator = ""
      for field in fields { field.write(value, &out, &separator) }
      out += "}"
    }
  }

  /// An object with one member, which is the value.
  static func member(_ name: String, _ shape: Shape<Value>) -> Shape {
    .object([.field(name, shape) { $0 }])
  }
}
