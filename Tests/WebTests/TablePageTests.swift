import Catalog
import Fixtures
import Foundation
import PhotoCore
import Testing

/// The page Table beside the one list of columns.
struct TablePageTests {
  /// What the page has no room for.
  private static let elsewhere: Set<PhotoColumn> = [.direction, .labels]

  @Test func `the page shows every column, and offers the order of those that can be sorted`()
    throws
  {
    let path = Installed.project + "/Site/assets/table/columns.js"
    let script = try String(contentsOfFile: path, encoding: .utf8)
    // From one key to the next, however the list is broken into lines.
    let entries = script.components(separatedBy: " key: '").dropFirst()
    let keys = entries.compactMap { $0.split(separator: "'").first.map(String.init) }
    let columns = Set(PhotoColumn.allCases).subtracting(Self.elsewhere)
    #expect(keys.count == columns.count)
    #expect(Set(keys) == Set(columns.map(\.rawValue)))
    let unsorted = zip(keys, entries).filter { $1.contains("sort: false") }.map { $0.0 }
    #expect(Set(unsorted) == Set(columns.filter { !$0.isSortable }.map(\.rawValue)))
  }
}
