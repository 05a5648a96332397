internal import Glibc

/// What the runtime says of a failure: lines about its own source, then what went wrong.
struct RuntimeMessage {
  /// As the runtime says it.
  let text: String

  /// Takes a C string and frees it.
  init(taking text: UnsafeMutablePointer<CChar>?) {
    self.text = text.map { String(cString: $0) } ?? "out of memory"
    free(text)
  }

  init(_ text: String) { self.text = text }

  private var lines: [Substring] {
    text.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
  }

  /// What went wrong in one line that ends without a full stop, without the lines about the
  /// runtime's source. At most 400 characters, for some reports list every operator of a network.
  var gist: String {
    let telling = lines.filter { line in
      !Self.noise.contains { line.hasPrefix($0) } || line.last != ":"
    }
    let all = (telling.isEmpty ? lines : telling).joined(separator: "; ")
    let short = all.count > 400 ? all.prefix(400) + "…" : all[...]
    return String(short.last == "." ? short.dropLast() : short)
  }

  private static let noise = ["Exception from ", "Check '", "FrontEnd API failed", "Summary"]

  /// The operators that the runtime says it does not know, each once, in its order. Empty where it
  /// complains of something else.
  var unknownOperators: [String] {
    var names: [String] = []
    for line in lines {
      for mark in Self.marks {
        guard let list = line.text(behind: mark) else { continue }
        for item in list.split(separator: ",") {
          let name = String(item.trimmingSpaces()).withoutVersion
          if !name.isEmpty, !names.contains(name) { names.append(name) }
        }
      }
    }
    return names
  }

  /// What stands before the names: ONNX and TensorFlow, then OpenVINO's own format.
  private static let marks = [
    "No conversion rule found for operations: ", "doesn't contain the operation with type: ",
  ]
}

extension Substring {
  fileprivate func trimmingSpaces() -> Substring {
    let start = drop { $0 == " " || $0 == "\t" }
    guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return start[...end]
  }

  fileprivate func text(behind mark: String) -> Substring? {
    var rest = self
    while !rest.isEmpty {
      if rest.hasPrefix(mark) { return rest.dropFirst(mark.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}

extension String {
  /// ONNX's operators are reported with the version of their set: `Conv-13`.
  fileprivate var withoutVersion: String {
    guard let dash = lastIndex(of: "-") else { return self }
    let version = self[index(after: dash)...]
    return version.isEmpty || !version.allSatisfy(\.isNumber) ? self : String(self[..<dash])
  }
}
