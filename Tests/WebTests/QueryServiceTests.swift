import Catalog
import Fixtures
import Library
import PhotoCore
import Query
import Search
import Testing

@testable import Web

/// What the server keeps in memory of a catalogue that changes.
@Suite(.timeLimit(.minutes(20)))
struct QueryServiceTests {
  private let folder: TemporaryFolder
  private let catalogue: CatalogDatabase
  private let queries: QueryService

  init() throws {
    folder = try TemporaryFolder()
    let library = LibraryFolder(path: folder.path("library"))
    catalogue = try library.openOrMakeCatalogue()
    try catalogue.models.register(WebFixture.models())
    queries = QueryService(library: library, catalogue: catalogue) { try WebFixture.models() }
  }

  @Test func `a label that is made, renamed, given a threshold or forgotten costs no new index`()
    throws
  {
    let index = try queries.current().index
    let label = try catalogue.labels.make(LabelName("bivvy"), subject: .photo, at: 1)
    #expect(try queries.refresh())
    #expect(try queries.find("bivvy").result.count == 0)
    try catalogue.labels.rename(label.id, to: try LabelName("our tent"))
    #expect(try queries.refresh())
    #expect(throws: QueryError.self) { try queries.find("bivvy") }
    try catalogue.labels.setThreshold(0.9, of: label.id)
    #expect(try queries.refresh())
    let words = try queries.current()
    #expect(words.lexicon.labels.map(\.threshold) == [0.9])
    #expect(words.index === index)
    _ = try catalogue.labels.delete(label.id)
    #expect(try queries.refresh())
    #expect(throws: QueryError.self) { try queries.find("\"our tent\"") }
    #expect(try queries.current().index === index)
  }

  @Test func `another active model may count from another confidence: a new index`() throws {
    let index = try queries.current().index
    let model = try #require(try WebFixture.models().first { $0.labels.task == .detection })
    try catalogue.models.setActive(model.name, for: .detection)
    #expect(try queries.refresh())
    #expect(try queries.current().index !== index)
  }
}
