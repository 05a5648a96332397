import Catalog
import Fixtures
import GRDB
import Library
import Query
import Testing

struct LibraryLexiconTests {
  @Test func `a catalogue that cannot be read is not a photo that is not there`() throws {
    let folder = try TemporaryFolder()
    let catalogue = try LibraryFolder(path: folder.path("library")).openOrMakeCatalogue()
    let (lexicon, thresholds) = try LibraryFolder(path: folder.path("library"))
      .lexicon(catalogue) { [] }
    let query = try QueryParser.parseKeepingOffsets("like:a.jpg")
    #expect(throws: QueryError(.unknownPhoto("a.jpg"), offset: 0)) {
      try lexicon.resolve(query, thresholds: thresholds)
    }
    try DatabaseQueue(path: catalogue.path).write {
      try $0.execute(sql: "DROP TABLE folder")
    }
    let error = #expect(throws: (any Error).self) {
      try lexicon.resolve(query, thresholds: thresholds)
    }
    #expect(error != nil && !(error is QueryError))
  }
}
