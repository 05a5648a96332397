import Fixtures
import Foundation
import PhotoCore
import Recognition
import Testing

@testable import Analysis

/// What a label sees of a photo.
struct ViewExtractorTests {
  private let folder: TemporaryFolder
  private let looks = ViewExtractor(classifier: nil)

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A grey picture with a red square and, 5 pixels small, a blue one.
  private static func picture() -> PictureFixture {
    let size = PixelSize(width: 400, height: 200)
    var pixels = [UInt8](repeating: 128, count: size.area * 3)
    func fill(_ columns: Range<Int>, _ rows: Range<Int>, _ colour: [UInt8]) {
      for row in rows {
        for column in columns {
          for band in 0..<3 { pixels[(row * size.width + column) * 3 + band] = colour[band] }
        }
      }
    }
    fill(100..<180, 60..<140, [220, 30, 30])
    fill(300..<305, 60..<65, [30, 30, 220])
    return PictureFixture(size: size, pixels: pixels)
  }

  private static let red = UnitBox(left: 0.25, top: 0.3, width: 0.2, height: 0.4)
  private static let tiny = UnitBox(left: 0.75, top: 0.3, width: 0.0125, height: 0.025)

  private func order(
    _ boxes: [UnitBox?], sha256: ContentHash? = nil, bytes: [UInt8]? = nil
  ) throws -> ViewRequest {
    let bytes = try bytes ?? Self.picture().encoded(".png")
    let path = FilePath(try folder.write(bytes, to: "a.png"))
    let own = try PhotoAnalysis(recogniser: nil, thumbnails: nil).identification(of: path).sha256
    return ViewRequest(
      source: path, sha256: try #require(sha256 ?? own), boxes: boxes, wantsCrops: true)
  }

  private func views(_ result: ViewReply) throws -> [LabelView] {
    guard case .seen(let views, _) = result else {
      Issue.record("\(result)")
      return []
    }
    return views
  }

  @Test func `a crop is the box, stretched to 64 pixels, red first`() throws {
    let view = try #require(try views(looks.extractViews(order([Self.red]))).first)
    let crop = try #require(view.crop)
    #expect(crop.count == 64 * 64 * 3 && view.size == PixelSize(width: 80, height: 80))
    let middle = (32 * 64 + 32) * 3
    #expect(crop[middle] > 200 && crop[middle + 2] < 60)
    #expect(view.embedding == nil && view.probability == nil)
  }

  @Test func `a box of five pixels is said to be too small, and the others are seen`() throws {
    let views = try views(looks.extractViews(order([Self.tiny, nil])))
    #expect(views.map(\.isTooSmall) == [true, false])
    #expect(
      views.map(\.size) == [PixelSize(width: 5, height: 5), PixelSize(width: 400, height: 200)])
    #expect(views[0].crop == nil && views[1].crop?.count == 64 * 64 * 3)
  }

  @Test func `other bytes, no bytes and no picture are answers`() throws {
    let other = try #require(ContentHash(bytes: [UInt8](repeating: 1, count: 32)))
    #expect(try looks.extractViews(order([nil], sha256: other)) == .changed)
    let gone = ViewRequest(source: FilePath("/nonexistent/a.jpg"), sha256: other, boxes: [nil])
    #expect(looks.extractViews(gone) == .gone)
    let noPicture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 0, count: 99)
    guard case .failed = try looks.extractViews(order([nil], bytes: noPicture)) else {
      Issue.record("what is no picture was looked at")
      return
    }
  }

  @Test(arguments: [
    (UnitBox(left: 0.4, top: 0.2, width: 0.1, height: 0.4), [0.35, 0.2, 0.2, 0.4]),
    (UnitBox(left: 0, top: 0, width: 0.1, height: 0.4), [0, 0, 0.2, 0.4]),
    (UnitBox(left: 0.9, top: 0.6, width: 0.1, height: 0.4), [0.8, 0.6, 0.2, 0.4]),
    (UnitBox(left: 0.1, top: 0.4, width: 0.8, height: 0.1), [0.1, 0, 0.8, 1]),
  ])
  func `the square around a box stays inside the picture`(box: UnitBox, expected: [Double]) {
    let square = SquareAround.box(box, in: PixelSize(width: 400, height: 200))
    for (found, wanted) in zip([square.left, square.top, square.width, square.height], expected) {
      #expect(abs(found - wanted) < 1e-12)
    }
  }

  @Test func `the scene network gives a whole photo the embedding that the analysis gave it`()
    throws
  {
    let store = ModelStore(folders: [Installed.models])
    let recogniser = try Recogniser(store: store, detector: nil)
    let analysis = PhotoAnalysis(recogniser: recogniser, thumbnails: nil)
    let order = try order([nil, Self.red])
    guard case .photo(let photo) = try analysis.finding(for: order.source).outcome else {
      Issue.record("the picture was not analysed")
      return
    }
    let seen = ViewExtractor(classifier: recogniser.classifier).extractViews(
      ViewRequest(
        source: order.source, sha256: order.sha256, boxes: order.boxes, wantsEmbeddings: true))
    let views = try views(seen)
    #expect(views[0].embedding == photo.recognition?.embedding)
    #expect(views[1].embedding != nil && views[1].embedding != views[0].embedding)
    #expect(seen == .seen(views, model: recogniser.classifier?.model.record.id))
  }

  @Test func `orders and answers come back from JSON as they were`() throws {
    let request = WorkerRequest.extractViews(try order([Self.red, nil]))
    let line = try JSONEncoder().encode(request)
    #expect(try JSONDecoder().decode(WorkerRequest.self, from: line) == request)
    let view = LabelView(
      size: PixelSize(width: 9, height: 8), crop: Data([1, 2, 255]),
      embedding: EmbeddingBytes(bytes: [3, 4]), probability: 0.25)
    let reply = WorkerReply.views(.seen([view], model: "x"))
    let answer = try JSONEncoder().encode(reply)
    #expect(try JSONDecoder().decode(WorkerReply.self, from: answer) == reply)
  }
}
