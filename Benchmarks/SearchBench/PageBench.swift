import ArgumentParser
import Catalog
import Foundation
import PhotoCore
import Query
import Search

extension SearchBench {
  /// What the pages of the web ask for besides finding.
  struct Pages: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lay out, cluster, count and sort all photos; prints the times as JSON.")
    @OptionGroup var place: BenchOptions

    func run() throws {
      let bench = try BenchSession(place)
      let index = try SearchIndex(bench.catalogue, bench.scheme)
      let person = bench.scheme.classes.first { $0.className == "person" }
      var times: [String: Double] = [:]
      for (name, order) in [("oldest", ResultOrder.oldestFirst), ("newest", .newestFirst)] {
        let result = try index.search(nil, order: order)
        times["layout \(name)"] = Self.best { _ = result.layout() }
        for zoom in [0, 4, 10] {
          let world = MapWindow(west: -180, south: -85, east: 180, north: 85, zoom: zoom)
          times["map \(name) zoom \(zoom)"] = Self.best { _ = result.map(world) }
        }
        times["statistics \(name)"] = Self.best { _ = result.statistics(personClass: person) }
        let some = result.ids(result.count / 2..<result.count / 2 + 1)
        times["place \(name)"] = Self.best { _ = some.map { result.index(of: $0) } }
      }
      let ids = try index.search(nil).allIDs()
      let thresholds = bench.scheme.thresholds
      let page = Array(ids.dropFirst(ids.count / 2).prefix(200))
      times["grid page of 200"] = try Self.best {
        _ = try bench.catalogue.photos.grid(page, thresholds: thresholds)
      }
      times["200 whole photos"] = try Self.best { _ = try bench.catalogue.photos.records(page) }
      for column in [PhotoColumn.taken, .path, .city, .objects, .scene] {
        times["sorted by \(column.rawValue)"] = try Self.best {
          _ = try bench.catalogue.search.sorted(
            ids, by: column, descending: true, thresholds: thresholds)
        }
      }
      try bench.write(["photos": ids.count, "times_ms": times])
    }

    /// The best of three, in milliseconds: what the work costs when nothing else runs.
    private static func best(_ work: () throws -> Void) rethrows -> Double {
      let clock = ContinuousClock()
      var best = Double.infinity
      for _ in 0..<3 {
        let start = clock.now
        try work()
        best = min(best, start.duration(to: clock.now).milliseconds)
      }
      return best
    }
  }
}
