import Catalog
import Fixtures
import Foundation
import Labels
import Library
import LibraryFixtures
import PhotoCore
import Query
import Testing

/// Examples as a CSV file, and what an answer for whole photos means.
@Suite(.timeLimit(.minutes(20)))
struct ExampleFileTests {
  @Test func `examples come back from their file as they were`() throws {
    let fixture = try LabelFixture(4)
    let label = try fixture.discs(marked: 4)
    let before = try fixture.catalogue.labels.examples(of: label.id)
    let text = ExampleFile.text(of: before)
    #expect(text.hasPrefix("sha256,file,box,answer\r\n"))
    let other = try fixture.catalogue.labels.make(
      LabelName("other"), subject: .boxes(of: "person"), at: 1)
    let read = try ExampleFile.read(text, into: other, fixture.catalogue, at: 5)
    #expect(read.changed == 8 && read.unknown == 0 && read.problems.isEmpty)
    let after = try fixture.catalogue.labels.examples(of: other.id)
    #expect(Set(after.map(\.mark)) == Set(before.map(\.mark)))
    #expect(after.count { $0.answer } == before.count { $0.answer })
    #expect(after.allSatisfy { $0.origin == .imported })
    #expect(try ExampleFile.read(text, into: other, fixture.catalogue, at: 6).changed == 0)
    #expect(try fixture.catalogue.labels.undoMark(of: other.id).count == 8)
  }

  @Test func `rows that say nothing are told by their number, and the others are marked`() throws {
    let fixture = try LabelFixture(2)
    let label = try fixture.catalogue.labels.make(
      LabelName("x"), subject: .boxes(of: "person"), at: 1)
    let hash = try fixture.catalogue.photos.records([fixture.photos[0].id])[0].sha256.hex
    let unknown = String(repeating: "ab", count: 32)
    let text = """
      sha256,file,box,answer
      \(hash),"a ""quoted"", name","0.1,0.2,0.3,0.6",YES
      \(unknown),b.jpg,"0.1,0.2,0.3,0.6",no
      xyz,c.jpg,"0.1,0.2,0.3,0.6",no
      \(hash),d.jpg,,no
      \(hash),e.jpg,"0.9,0.2,0.3,0.6",no
      \(hash),f.jpg,"0.1,0.2,0.3,0.6",perhaps
      \(hash),g.jpg
      """
    let read = try ExampleFile.read(text, into: label, fixture.catalogue, at: 5)
    #expect(read.changed == 1 && read.unknown == 1)
    #expect(read.problems.keys.sorted() == [4, 5, 6, 7, 8])
    #expect(try fixture.catalogue.labels.label(label.id)?.positives == 1)
  }

  @Test func `no means every box of a photo, yes the only one or the largest`() throws {
    let fixture = try LabelFixture(2)
    let small = UnitBox(left: 0, top: 0, width: 0.2, height: 0.2)
    let one = try fixture.add("one.png", (.disc, .disc), seed: 90, boxes: [LabelFixture.left])
    let none = try fixture.add("none.png", (.disc, .disc), seed: 91, boxes: [])
    let sizes = try fixture.add(
      "sizes.png", (.disc, .disc), seed: 92, boxes: [small, LabelFixture.right])
    let label = try fixture.catalogue.labels.make(
      LabelName("x"), subject: .boxes(of: "person"), at: 1)
    func marking(_ answer: Bool?, largest: Bool = false) throws -> LabelMarking {
      try fixture.base.library.marking(
        [one, none, sizes], as: answer, for: label, takesLargest: largest, in: fixture.catalogue)
    }
    let yes = try marking(true)
    #expect(yes.marks == [LabelMark(photo: one, box: LabelFixture.left)])
    #expect(yes.without == [none] && yes.ambiguous == [sizes])
    let largest = try marking(true, largest: true)
    #expect(largest.marks.last == LabelMark(photo: sizes, box: LabelFixture.right))
    #expect(try marking(false).marks.count == 3)
    #expect(try marking(nil).marks.count == 3)
    let boxes = try fixture.base.library.marks(of: label, on: [one, none], in: fixture.catalogue)
    #expect(boxes == [one: [LabelMark(photo: one, box: LabelFixture.left)]])
  }

  @Test(arguments: ["", "xyz", "00#1,2", "#0,0,1,1"])
  func `what is no name of a mark is none`(text: String) {
    #expect(LabelMarkID(text) == nil)
  }

  @Test func `a mark's name reads back`() throws {
    let hash = try #require(ContentHash(bytes: [UInt8](repeating: 7, count: 32)))
    for box in [nil, LabelFixture.left, UnitBox(left: 1e-7, top: 0, width: 1 / 3, height: 1)] {
      let id = LabelMarkID(sha256: hash, box: box)
      #expect(LabelMarkID(id.description) == id)
    }
  }
}
