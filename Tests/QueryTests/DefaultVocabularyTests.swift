import PhotoCore
import Query
import Testing

struct DefaultVocabularyTests {
  @Test func `every class of the vocabulary exists`() throws {
    let lexicon = try Lexicon(labelSets: InstalledLabels.all())
    #expect(lexicon.unknownMembers == [])
    #expect(lexicon.concepts.count > 100)
    #expect(lexicon.concepts.allSatisfy { !$0.meaning.isEmpty })
  }

  @Test func `every member means one class of a network only`() throws {
    let lexicon = try Lexicon(labelSets: InstalledLabels.all(), vocabulary: "")
    let file = try VocabularyFile(parsing: VocabularyFile.defaultText)
    let conceptNames = Set(file.concepts.flatMap(\.names).map(\.key))
    for case .name(let name, let vocabulary) in file.concepts.flatMap(\.members)
    where vocabulary != nil || !conceptNames.contains(name.key) {
      let classes = try lexicon.resolve(name, in: vocabulary).classes
      let vocabularies = classes.map(\.vocabulary)
      #expect(Set(vocabularies).count == classes.count, "\(name.rawValue): \(classes)")
    }
  }
}
