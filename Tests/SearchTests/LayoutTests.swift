import Catalog
import Foundation
import PhotoCore
import Query
import Search
import Testing

/// What a grid is told of all hits before it shows any.
struct LayoutTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `sections and shapes are those of the photos in their order`(seed: UInt64) throws {
    let fixture = try ResultFixture(seed: seed)
    for found in try fixture.results() {
      let photos = found.photos
      let label = found.label
      let layout = found.result.layout()
      #expect(layout.aspects == photos.map(Self.aspect), "\(label)")
      let days = layout.sections.flatMap { Array(repeating: $0.day, count: $0.count) }
      #expect(days == photos.map { found.isByTime ? Self.day($0) : nil }, "\(label)")
      // Runs, hence no two alike in a row, and none that is empty.
      #expect(zip(layout.sections, layout.sections.dropFirst()).allSatisfy { $0.day != $1.day })
      #expect(layout.sections.allSatisfy { $0.count > 0 })
    }
  }

  private static func day(_ photo: PhotoRecord) -> String? {
    (photo.taken?.wall.description.prefix(10)).map(String.init)
  }

  private static func aspect(_ photo: PhotoRecord) -> UInt8 {
    let size = photo.turn.size(of: photo.size)
    let steps = 128 + 42 * log2(Double(size.width) / Double(size.height))
    return UInt8(min(255, max(0, steps.rounded())))
  }

  @Test func `a shape is kept to a hundredth, and a turned one mirrors it`() throws {
    var fixture = try ResultFixture(seed: 5, photos: 40, later: 0)
    let layout = try fixture.index.search(nil).layout()
    let photos = try fixture.world.catalogue.photos.records(try fixture.index.search(nil).allIDs())
    for (byte, photo) in zip(layout.aspects, photos) {
      let size = photo.turn.size(of: photo.size)
      let ends = (pow(2, -128.0 / 42), pow(2, 127.0 / 42))
      let wanted = min(ends.1, max(ends.0, Double(size.width) / Double(size.height)))
      #expect(abs(pow(2, (Double(byte) - 128) / 42) / wanted - 1) < 0.01)
    }
    try fixture.turnAll(.right)
    #expect(try fixture.index.refresh())
    let turned = try fixture.index.search(nil).layout()
    #expect(photos.count == 40 && photos.contains { $0.turn == .none })
    for (index, photo) in photos.enumerated() where photo.turn == .none {
      let sum = Int(turned.aspects[index]) + Int(layout.aspects[index])
      #expect(sum == 256 || sum == 255, "at the ends of the scale 0 is opposite 255")
    }
  }

  @Test(arguments: [7, 8] as [UInt64])
  func `every photo knows its place, and others have none`(seed: UInt64) throws {
    let fixture = try ResultFixture(seed: seed)
    let all = try fixture.index.search(nil).allIDs()
    for found in try fixture.results() {
      for (place, photo) in found.photos.enumerated() {
        #expect(found.result.index(of: photo.id) == place, "\(found.label)")
      }
      let hits = Set(found.photos.map(\.id))
      for id in all + [-1, 0, 1_000_000] where !hits.contains(id) {
        #expect(found.result.index(of: id) == nil, "\(found.label)")
      }
    }
  }

  @Test func `a result says which version of the catalogue it is of`() throws {
    var fixture = try ResultFixture(seed: 11)
    let before = try fixture.index.search(nil)
    #expect(before.version == (try fixture.world.catalogue.version()))
    try fixture.turnAll(.half)
    #expect(try fixture.index.refresh())
    #expect(try fixture.index.search(nil).version == fixture.world.catalogue.version())
    #expect(try before.version < fixture.world.catalogue.version())
  }
}
