import Foundation

/// JSON as it came, to be looked at closely: numbers and truth values are told apart.
enum JSONValue: Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(_ bytes: some Collection<UInt8>) throws {
    self.init(any: try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed))
  }

  private init(any value: Any) {
    switch value {
    case let text as String: self = .text(text)
    // Foundation reads true and 1 as the same class; only the type inside tells them apart.
    case let number as NSNumber where String(cString: number.objCType) == "c":
      self = .bool(number.boolValue)
    case let number as NSNumber: self = .number(number.doubleValue)
    case let list as [Any]: self = .list(list.map { JSONValue(any: $0) })
    case let members as [String: Any]: self = .object(members.mapValues { JSONValue(any: $0) })
    default: self = .null
    }
  }

  /// A member of an object; nil where there is none, and for all else.
  subscript(_ name: String) -> JSONValue? { members?[name] }

  var members: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }
  var elements: [JSONValue]? { if case .list(let values) = self { values } else { nil } }
  var string: String? { if case .text(let text) = self { text } else { nil } }
}
