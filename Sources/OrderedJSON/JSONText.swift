internal import Foundation

/// A JSON value whose keys keep their order, so that lines compare and read well.
package indirect enum JSONText: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int64)
  /// A number in the shortest form that reads back the same; `null` where it is not finite.
  case number(Double)
  /// A text.
  case text(String)
  /// A text that is JSON already.
  case json(String)
  /// Values in order.
  case array([JSONText])
  /// Keys and values in order.
  case object([(String, JSONText)])

  /// The value in one line.
  package var line: String {
    var out = ""
    write(to: &out)
    return out
  }

  private func write(to out: inout String) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .number(let value): Self.write(value, to: &out)
    case .text(let value): Self.quote(value, to: &out)
    case .json(let text): out += text
    case .array(let values):
      Self.list(values, between: "[", and: "]", to: &out) { $0.write(to: &$1) }
    case .object(let members):
      Self.list(members, between: "{", and: "}", to: &out) { member, out in
        Self.quote(member.0, to: &out)
        out += ":"
        member.1.write(to: &out)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], between open: String, and close: String, to out: inout String,
    write: (Element, inout String) -> Void
  ) {
    out += open
    for (index, element) in elements.enumerated() {
      if index > 0 { out += "," }
      write(element, &out)
    }
    out += close
  }

  /// Appends a number in the shortest form that reads back the same; `null` where it is not finite.
  package static func write(_ value: Double, to out: inout String) {
    guard value.isFinite else { return out += "null" }
    let text = "\(value)"
    out += text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Appends a text in quotation marks.
  package static func quote(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      // JSON's control characters, DEL, and the line ends that JavaScript sees inside strings.
      case _
      where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028
        || scalar.value == 0x2029:
        out += "\\u" + String(format: "%04x", scalar.value)
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }

  /// Equal values have equal lines.
  package static func == (left: JSONText, right: JSONText) -> Bool { left.line == right.line }

  /// By the line.
  package func hash(into hasher: inout Hasher) { hasher.combine(line) }
}

extension JSONText {
  /// `null` for nil.
  package static func text(orNull value: String?) -> JSONText {
    value.map(JSONText.text) ?? .null
  }

  /// `null` for nil.
  package static func number(orNull value: Double?) -> JSONText {
    value.map(JSONText.number) ?? .null
  }

  /// `null` for nil.
  package static func integer(orNull value: (some BinaryInteger)?) -> JSONText {
    value.map { .integer(Int64($0)) } ?? .null
  }
}
