import ArgumentParser
import Catalog
import Foundation
import Geography
import PhotoCore
import Query
import Recognition
import Search

/// Measures finding; `scripts/bench-search.sh` runs it and prints the table.
@main
struct SearchBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search-bench", abstract: "Measure the search index on invented photos.",
    subcommands: [Make.self, IndexBench.self, Pages.self, SQL.self])

  struct BenchOptions: ParsableArguments {
    @Argument(help: "The catalogue.") var path: String
    @Option(help: "The folder of the networks, for their classes.") var models: String
    @Option(help: "The gazetteer's file.") var gazetteer: String
    @Option(help: "How many queries.") var queries = 200

    func catalogModels() throws -> [RegisteredModel] {
      let store = ModelStore(folders: [models])
      return try [ModelStore.defaultDetector, ModelStore.defaultClassifier].map { id in
        let model = try store.model(id)
        return RegisteredModel(
          name: model.record.id, labels: model.labels, threshold: model.record.defaultThreshold,
          recordJSON: model.recordJSON)
      }
    }

    func loadGazetteer() throws -> Gazetteer {
      guard let found = Gazetteer(path: gazetteer) else {
        throw ValidationError("There is no gazetteer at \(gazetteer).")
      }
      return found
    }
  }

  struct Make: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a catalogue.")
    @OptionGroup var place: BenchOptions
    @Option(help: "How many photos.") var photos: Int

    func run() throws {
      let synthetic = SyntheticCatalogue(
        path: place.path, models: try place.catalogModels(), gazetteer: try place.loadGazetteer())
      try synthetic.make(count: photos)
    }
  }

  struct IndexBench: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "index",
      abstract: "Load the index and ask; prints JSON, with the queries for others to ask.")
    @OptionGroup var place: BenchOptions

    func run() throws {
      let bench = try BenchSession(place)
      let clock = ContinuousClock()
      let start = clock.now
      let index = try SearchIndex(bench.catalogue, bench.scheme)
      let load = start.duration(to: clock.now)
      var times: [Double] = []
      var answers: [[String: Any]] = []
      // The first round warms nothing but the processor's caches; it is measured like the others.
      for (text, expression) in bench.queries {
        let start = clock.now
        let result = try index.search(expression)
        let page = result.ids(0..<200)
        let found = start.duration(to: clock.now).milliseconds
        let facets = result.facets()
        times.append(start.duration(to: clock.now).milliseconds)
        answers.append([
          "text": text, "found_ms": found, "query": QueryForPandas.json(expression, bench.classIDs),
          "hits": result.count,
          "shown": page.count, "classes": facets.classes.values.reduce(0, +),
          "concepts": facets.concepts.values.reduce(0, +),
          "cities": facets.cities.values.reduce(0, +), "months": facets.months.values.reduce(0, +),
        ])
      }
      try bench.write([
        "load_s": load.milliseconds / 1000, "photos": index.count, "times_ms": times,
        "rss_mb": Memory.resident, "peak_mb": Memory.peak, "answers": answers,
        "concepts": bench.conceptClasses,
      ])
    }
  }

  struct SQL: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Ask SQLite alone; prints JSON.")
    @OptionGroup var place: BenchOptions

    func run() throws {
      let bench = try BenchSession(place)
      let clock = ContinuousClock()
      var times: [Double] = []
      var hits: [Int] = []
      for (_, expression) in bench.queries {
        let start = clock.now
        hits.append(try bench.catalogue.search.hits(expression).ids.count)
        _ = try bench.catalogue.search.facets(expression, bench.scheme)
        times.append(start.duration(to: clock.now).milliseconds)
      }
      try bench.write(["times_ms": times, "hits": hits])
    }
  }
}

/// What both ways of asking share.
struct BenchSession {
  let catalogue: CatalogDatabase
  let scheme: FacetScheme
  let queries: [(text: String, expression: ResolvedExpression)]
  let classIDs: [ClassReference: Int64]

  init(_ place: SearchBench.BenchOptions) throws {
    let models = try place.catalogModels()
    catalogue = try CatalogDatabase(path: place.path)
    let lexicon = try Lexicon(
      labelSets: models.map(\.labels),
      context: LexiconContext(gazetteer: try place.loadGazetteer(), models: models.map(\.name)))
    let thresholds = Thresholds(
      detection: models[0].threshold, classification: models[1].threshold)
    scheme = lexicon.facetScheme(thresholds)
    var generator = BenchQueries(
      names: models[0].labels.classes.map(\.name)
        + models[1].labels.classes.prefix(200).map(\.name))
    queries = try generator.all(place.queries).map { text in
      (text, try lexicon.resolve(QueryParser.parseKeepingOffsets(text), thresholds: thresholds))
    }
    classIDs = try catalogue.search.feed { feed in
      let tasks = Dictionary(
        lexicon.allClasses.map { ("\($0.vocabulary)/\($0.className)", $0) },
        uniquingKeysWith: { first, _ in first })
      return Dictionary(
        try feed.classes().compactMap { row in
          tasks["\(row.vocabulary)/\(row.name)"].map { ($0, row.id) }
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// By concept: row ids of its classes, and its lights.
  var conceptClasses: [String: [String: Any]] {
    Dictionary(
      scheme.concepts.map { concept in
        (
          concept.name,
          [
            "classes": concept.meaning.classes.compactMap { classIDs[$0] },
            "lights": concept.meaning.lights.map(\.rawValue),
          ] as [String: Any]
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  func write(_ object: [String: Any]) throws {
    FileHandle.standardOutput.write(
      try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]))
  }
}

/// This process's memory, in MB of a million bytes.
enum Memory {
  static var resident: Double { line("VmRSS:") }
  static var peak: Double { line("VmHWM:") }

  private static func line(_ name: String) -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
    let kibibytes = line.flatMap { Double($0.filter(\.isNumber)) } ?? 0
    return kibibytes * 1024 / 1e6
  }
}

extension Duration {
  var milliseconds: Double {
    Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15
  }
}
