import Foundation
import Networks
import PhotoCore
import Recognition
import Testing

struct CatalogueTests {
  @Test func `every network that can be installed has an address and a hash of its own`() {
    let all = InstallableModels.all
    #expect(all.count >= 7)
    #expect(Set(all.map(\.id)).count == all.count)
    #expect(Set(all.map(\.sha256)).count == all.count)
    for model in all {
      #expect(model.address.hasPrefix("https://"), "\(model.id)")
      #expect(ContentHash(hex: model.sha256) != nil, "\(model.id)")
      #expect(ModelID.isValid(model.id))
      #expect(InstallableModels.model(model.id) == model)
    }
  }

  @Test(arguments: DarknetArchitecture.allCases)
  func `the structures that are written here need exactly the published weights`(
    architecture: DarknetArchitecture
  ) throws {
    let configuration = try DarknetConfiguration(parsing: architecture.configuration)
    let model = try #require(InstallableModels.model(architecture.rawValue))
    // The header of version 0.2 has 20 bytes.
    #expect(Int64(20 + 4 * configuration.weightCount) == model.byteCount)
    #expect(configuration.input == PixelSize(width: 416, height: 416))
    #expect(configuration.heads.map(\.classCount).allSatisfy { $0 == 80 })
    #expect(configuration.heads.count == (architecture.rawValue.hasSuffix("tiny") ? 2 : 3))
  }

  @Test func `the boxes of YOLOv4 may leave their cells as far as its authors say`() throws {
    let four = try DarknetConfiguration(parsing: DarknetArchitecture.yolov4.configuration)
    #expect(four.heads.map(\.stride) == [8, 16, 32])
    #expect(four.heads.map(\.scaleXY) == [1.2, 1.1, 1.05])
    let three = try DarknetConfiguration(parsing: DarknetArchitecture.yolov3.configuration)
    #expect(three.heads.map(\.stride) == [32, 16, 8])
    #expect(three.heads.map(\.scaleXY) == [1, 1, 1])
    #expect(three.heads.first?.anchors.last == YOLOHead.Anchor(width: 373, height: 326))
  }
}
