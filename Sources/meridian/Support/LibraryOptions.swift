import ArgumentParser
import Catalog
import Foundation
import Library
import PhotoCore
import Query
import Recognition

/// Which library a command works on: the same option for every command.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "The library's folder. Default: MERIDIAN_LIBRARY, else ~/Meridian.")
  var library: String?

  var folder: LibraryFolder {
    let environment = ProcessInfo.processInfo.environment["MERIDIAN_LIBRARY"]
    return LibraryFolder(
      path: library ?? environment ?? "~/Meridian", gazetteer: Installation.gazetteer)
  }

  /// The library's own networks.
  var modelFolder: String { folder.path.appending("models").description }

  /// Where networks are looked for: the library, then MERIDIAN_MODELS, then beside the program.
  var models: ModelStore {
    ModelStore(folders: [modelFolder] + Installation.modelFolders, library: modelFolder)
  }

  /// Opens the catalogue. Where another gazetteer is installed than last time, its photos' places are
  /// looked up first.
  func openCatalogue() throws -> CatalogDatabase {
    let catalogue = try folder.openCatalogue()
    try catalogue.photos.deriveAgainIfNeeded(onStart: Self.noteLookup)
    return catalogue
  }

  /// Says why the next half minute may pass in silence.
  static func noteLookup(_ count: Int) {
    Terminal.note("Looking up places for \(Terminal.count(count, "photo")) (only once)…")
  }

  /// Reads the user's vocabulary against the classes that results were made with.
  func lexicon(_ catalogue: CatalogDatabase) throws -> (lexicon: Lexicon, thresholds: Thresholds) {
    try folder.lexicon(catalogue) { try Installation.catalogModels(models) }
  }
}
