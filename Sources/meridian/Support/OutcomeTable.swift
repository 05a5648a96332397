import Catalog
import Foundation
import Library
import PhotoCore

/// What a run did and what the library holds, as a table.
enum OutcomeTable {
  static func text(
    _ summary: RunSummary, counts: FileCounts, library: LibraryFolder
  ) -> String {
    var lines = ["", row(("This run", ""), ("Library", ""))]
    lines.append(row(("  photos added", summary.indexed), ("  photos", counts[.indexed])))
    lines.append(row(("  duplicates", summary.duplicates), ("  duplicates", counts[.duplicate])))
    lines.append(row(("  moved", summary.moved), ("  unsupported", counts[.unsupported])))
    lines.append(row(("  unchanged", summary.unchanged), ("  set aside", counts[.setAside])))
    let setAside = summary.setAside.values.reduce(0, +)
    lines.append(row(("  set aside", setAside), ("  missing", counts[.missing])))
    lines.append(row(("  unsupported", summary.unsupported), ("  with a warning", counts.warnings)))
    if summary.copied > 0 { lines.append("  copied               \(summary.copied)") }
    lines.append("")
    lines += reasons(counts) + folders(summary)
    if counts[.pending] > 0 {
      lines.append(
        "\(counts[.pending]) files still need to be analysed. Run the same command again.")
    }
    lines.append(
      "\(summary.scanned) files scanned in \(oneDecimal(summary.seconds)) s; library: "
        + Terminal.printable(library.path.description))
    return lines.joined(separator: "\n")
  }

  private static func row(
    _ left: (name: String, number: Int), _ right: (name: String, number: Int)
  ) -> String {
    row((left.name, "\(left.number)"), (right.name, "\(right.number)"))
  }

  private static func row(
    _ left: (name: String, number: String), _ right: (name: String, number: String)
  ) -> String {
    func pad(_ text: String, _ width: Int) -> String {
      text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
    }
    func number(_ text: String) -> String {
      String(repeating: " ", count: max(0, 8 - text.count)) + text
    }
    let first = pad(left.name, 18) + number(left.number)
    return (first + "    " + pad(right.name, 18) + number(right.number)).trimmedEnd
  }

  private static func reasons(_ counts: FileCounts) -> [String] {
    guard !counts.reasons.isEmpty else { return [] }
    let lines = counts.reasons.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      "  \($0.value) × \($0.key.rawValue.replacing("_", with: " ")): \($0.key.sentence)"
    }
    return ["Set aside:"] + lines + ["  See them with `meridian files --state set_aside`.", ""]
  }

  private static func folders(_ summary: RunSummary) -> [String] {
    summary.unreadableFolders.sorted { $0.key < $1.key }.map {
      "The folder \(Terminal.printable($0.key.description)) cannot be read (\($0.value)); "
        + "its photos stay in the catalogue unchanged."
    }
  }

  static func json(_ summary: RunSummary, _ counts: FileCounts) -> String {
    func object(_ pairs: [(String, Int)]) -> String {
      "{" + pairs.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }
    let states = FileState.allCases.map { ($0.rawValue, counts[$0]) }
    let reasons = SetAsideReason.allCases.map { ($0.rawValue, counts.reasons[$0] ?? 0) }
    let run = [
      ("scanned", summary.scanned), ("unchanged", summary.unchanged),
      ("indexed", summary.indexed), ("duplicates", summary.duplicates),
      ("moved", summary.moved), ("unsupported", summary.unsupported),
      ("set_aside", summary.setAside.values.reduce(0, +)), ("missing", summary.missing),
      ("copied", summary.copied), ("unreadable_folders", summary.unreadableFolders.count),
    ]
    return "{\"run\":\(object(run)),\"files\":\(object(states)),"
      + "\"set_aside\":\(object(reasons)),\"warnings\":\(counts.warnings),"
      + "\"interrupted\":\(summary.interrupted),\"seconds\":\(oneDecimal(summary.seconds))}"
  }
}

extension String {
  /// Without blanks at the end.
  fileprivate var trimmedEnd: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
