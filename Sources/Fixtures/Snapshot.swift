internal import Foundation

/// Texts that are kept in files beside the tests, so that a change of what people see is seen in review.
///
/// The files lie in `Snapshots` beside the test. `make snapshots` writes them anew.
package struct Snapshot: Sendable {
  /// The folder of the files.
  package let folder: String

  /// Whether files are written instead of compared.
  package static let isUpdating =
    ProcessInfo.processInfo.environment["MERIDIAN_SNAPSHOTS"] == "update"

  /// The snapshots of the tests in a file's folder.
  package init(beside file: String) {
    folder = URL(fileURLWithPath: file).deletingLastPathComponent().path + "/Snapshots"
  }

  /// What differs from the kept text, and what to do then; nil where nothing does, or where the file is
  /// written anew.
  ///
  /// - Parameter name: the file's name without its ending.
  package func problem(with text: String, _ name: String) throws -> String? {
    let path = "\(folder)/\(name).txt"
    let text = text.hasSuffix("\n") ? text : text + "\n"
    let kept = FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self)
    }
    if kept == text { return nil }
    if Self.isUpdating {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return nil
    }
    guard let kept else {
      return "There is no snapshot “\(name)” yet. Make it with: make snapshots"
    }
    return """
      The snapshot “\(name)” has changed (- as it was, + as it is):
      \(TextDifference.lines(from: kept, to: text).joined(separator: "\n"))
      If that is meant: make snapshots, and commit what it writes.
      """
  }

  /// Kept files that belong to no test, by name; removed where files are written anew.
  package func leftovers(except names: Set<String>) throws -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let left = files.filter { !names.contains(($0 as NSString).deletingPathExtension) }.sorted()
    guard Self.isUpdating else { return left }
    for file in left { try FileManager.default.removeItem(atPath: "\(folder)/\(file)") }
    return []
  }
}

/// How two texts differ, line by line.
enum TextDifference {
  /// The lines that went (`- `) and came (`+ `), with two lines around each, and `…` for others.
  static func lines(from old: String, to new: String) -> [String] {
    let before = old.components(separatedBy: "\n")
    let after = new.components(separatedBy: "\n")
    let all = merged(before, after)
    let changed = all.indices.filter { !all[$0].hasPrefix("  ") }
    var shown: [String] = []
    for index in all.indices {
      if changed.contains(where: { abs($0 - index) <= 2 }) {
        shown.append(all[index])
      } else if shown.last != "…" {
        shown.append("…")
      }
    }
    return shown
  }

  private static func merged(_ before: [String], _ after: [String]) -> [String] {
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var (lines, old, new): ([String], Int, Int) = ([], 0, 0)
    while old < before.count || new < after.count {
      if removed.contains(old) {
        lines.append("- " + before[old])
        old += 1
      } else if inserted.contains(new) {
        lines.append("+ " + after[new])
        new += 1
      } else {
        lines.append("  " + after[new])
        old = old + 1
        new = new + 1
      }
    }
    return lines
  }
}
