public import Catalog
internal import Foundation
internal import PhotoCore
public import Query

/// The names that a library's queries may use, and what they mean.
extension LibraryFolder {
  /// Reads the user's vocabulary against the classes that results were made with.
  ///
  /// - Parameter installed: the networks whose classes are used while there are no results yet.
  /// - Throws: `VocabularyError` for a vocabulary that is not understood, and the usual errors of the
  ///   catalogue.
  public func lexicon(
    _ catalogue: CatalogDatabase, installed: () throws -> [CatalogModel]
  ) throws -> (lexicon: Lexicon, thresholds: Thresholds) {
    let used = try catalogue.models()
    let known = used.isEmpty ? try installed() : used
    let lexicon = try Lexicon(
      labelSets: known.map(\.labels), vocabulary: vocabularyText,
      labels: try catalogue.personalLabels(),
      surroundings: Surroundings(
        gazetteer: catalogue.gazetteer, models: used.map(\.name),
        similar: { text in (try? catalogue.similar(to: text)) ?? nil }))
    func threshold(_ task: RecognitionTask, _ usual: Double) -> Double {
      known.first { $0.labels.task == task }?.threshold ?? usual
    }
    return (
      lexicon,
      Thresholds(
        detection: threshold(.detection, 0.25), classification: threshold(.classification, 0.3))
    )
  }

  /// The user's vocabulary; the one that Meridian comes with where there is none.
  public var vocabularyText: String {
    (try? String(contentsOfFile: vocabulary.description, encoding: .utf8))
      ?? VocabularyFile.defaultText
  }

  /// Replaces the user's vocabulary, as a whole or not at all.
  ///
  /// - Throws: ``LibraryError/notWritable(path:detail:)``.
  public func writeVocabulary(_ text: String) throws {
    do {
      try Data(text.utf8).write(
        to: URL(fileURLWithPath: vocabulary.description), options: .atomic)
    } catch {
      throw LibraryError.notWritable(
        path: vocabulary.description, detail: (error as NSError).localizedDescription)
    }
  }
}
