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

  /// A member such as `missile`, which two classes are called, brings in both: so both must be
  /// wanted, which the file says by naming both.
  @Test func `no member brings in a class that its concept does not name`() throws {
    let lexicon = try Lexicon(labelSets: InstalledLabels.all(), vocabulary: "")
    let file = try VocabularyFile(parsing: VocabularyFile.defaultText)
    let concepts = Set(file.concepts.flatMap(\.names).map(\.key))
    var compared = 0
    for definition in file.concepts {
      let named = Set(definition.members.compactMap(\.key))
      for case .name(let name, let vocabulary) in definition.members
      where vocabulary != nil || !concepts.contains(name.key) {
        let classes = try lexicon.resolve(name, in: vocabulary).classes
        guard Set(classes.map(\.vocabulary)).count < classes.count else { continue }
        let missing = classes.filter { !named.contains($0.className.lowercased()) }
        #expect(missing == [], "line \(definition.line), \(name.rawValue)")
        compared += 1
      }
    }
    #expect(compared > 0, "no member is the name of two classes")
  }
}

extension VocabularyFile.Member {
  fileprivate var key: String? {
    if case .name(let name, _) = self { name.key } else { nil }
  }
}
