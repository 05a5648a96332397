package import Catalog
internal import Foundation
internal import PhotoCore
package import Query

/// The names that a library's queries may use, and what they mean.
extension LibraryFolder {
  /// Reads the user's vocabulary against the classes that results were made with.
  ///
  /// - Parameter installed: the networks whose classes are used while there are no results yet.
  /// - Throws: `VocabularyError` for a vocabulary that is not understood, and the usual errors of the
  ///   catalogue.
  package func lexicon(
    _ catalogue: CatalogDatabase, installed: () throws -> [RegisteredModel]
  ) throws -> (lexicon: Lexicon, thresholds: Thresholds) {
    let used = try catalogue.models.all()
    let known = used.isEmpty ? try installed() : used
    let lexicon = try Lexicon(
      labelSets: known.map(\.labels), vocabulary: vocabularyText,
      labels: try catalogue.labels.personal(),
      context: LexiconContext(
        gazetteer: catalogue.gazetteer, models: used.map(\.name),
        similar: { try catalogue.search.similar(to: $0) }))
    return (
      lexicon,
      Thresholds(
        detection: try Self.threshold(of: .detection, among: known, in: catalogue) ?? 0.25,
        classification: try Self.threshold(of: .classification, among: known, in: catalogue) ?? 0.3,
        own: lexicon.ownThresholds)
    )
  }

  /// What the record of the active model of a task says; nil where no model does this task.
  private static func threshold(
    of task: RecognitionTask, among models: [RegisteredModel], in catalogue: CatalogDatabase
  ) throws -> Double? {
    let able = models.filter { $0.labels.task == task }
    let chosen = try catalogue.models.active(for: task)
    return (able.first { $0.name == chosen } ?? able.first)?.threshold
  }

  /// What the lexicon depends on besides the vocabulary: where it is another than before, names or
  /// thresholds may be others.
  package func lexiconState(_ catalogue: CatalogDatabase) throws -> LexiconState {
    let activeModels = try RecognitionTask.allCases.map { try catalogue.models.active(for: $0) }
    return LexiconState(
      models: try catalogue.models.thresholds(), activeModels: activeModels,
      labels: try catalogue.labels.personal())
  }

  /// The user's vocabulary; the one that Meridian comes with where there is none.
  package var vocabularyText: String {
    (try? String(contentsOfFile: vocabulary.description, encoding: .utf8))
      ?? VocabularyFile.defaultText
  }

  /// Replaces the user's vocabulary, as a whole or not at all.
  ///
  /// - Throws: ``LibraryError/notWritable(path:detail:)``.
  package func writeVocabulary(_ text: String) throws {
    do {
      try Data(text.utf8).write(
        to: URL(fileURLWithPath: vocabulary.description), options: .atomic)
    } catch {
      throw LibraryError.notWritable(
        path: vocabulary.description, detail: (error as NSError).localizedDescription)
    }
  }
}

/// The models that made results, those that were chosen, and the personal labels, to be compared.
package struct LexiconState: Hashable, Sendable {
  private let models: [String: Double]
  private let activeModels: [String?]
  private let labels: [PersonalLabel]

  init(models: [String: Double], activeModels: [String?], labels: [PersonalLabel]) {
    self.models = models
    self.activeModels = activeModels
    self.labels = labels
  }

  /// Whether nothing but labels is another: then the facets are the same, and an index of them serves on.
  package func hasSameModels(as other: LexiconState) -> Bool {
    models == other.models && activeModels == other.activeModels
  }
}
