import Fixtures
import Imaging
import PhotoCore
import Testing

struct NetworkInputTests {
  private func recipe(
    _ width: Int, _ height: Int, _ fit: InputRecipe.Fit = .stretch, crop: Double = 1,
    _ interpolation: InputRecipe.Interpolation = .bilinear, antialias: Bool = true
  ) -> InputRecipe {
    InputRecipe(
      size: PixelSize(width: width, height: height), fit: fit, cropFraction: crop,
      padding: 77, interpolation: interpolation, antialias: antialias)
  }

  private func row(_ values: [UInt8]) throws -> RGBImage {
    try #require(
      RGBImage(
        size: PixelSize(width: values.count, height: 1),
        pixels: values.flatMap { [$0, $0, $0] }))
  }

  private func red(_ view: NetworkView?) -> [UInt8] {
    stride(from: 0, to: view?.image.pixels.count ?? 0, by: 3).map { view?.image.pixels[$0] ?? 0 }
  }

  /// Golden values: Pillow 10, `resize` of the same row.
  @Test func `shrinking with antialias averages like Pillow`() throws {
    let image = try row([0, 0, 255, 255])
    #expect(red(NetworkInput.make(from: image, recipe: recipe(2, 1))) == [36, 219])
  }

  @Test func `shrinking without antialias samples two neighbours`() throws {
    let image = try row([0, 100, 200, 50, 60, 70, 80, 90])
    let out = NetworkInput.make(from: image, recipe: recipe(2, 1, antialias: false))
    #expect(red(out) == [150, 75])
  }

  @Test func `with corners on corners the first and the last pixel stay as they are`() throws {
    // Five pixels from eight: steps of 7/4, so 0, 1.75, 3.5, 5.25, 7.
    let image = try row([0, 100, 200, 50, 60, 70, 80, 90])
    for antialias in [false, true] {
      let out = NetworkInput.make(
        from: image, recipe: recipe(5, 1, .stretch, .bilinearCorners, antialias: antialias))
      #expect(red(out) == [0, 175, 55, 73, 90])
    }
    let single = NetworkInput.make(from: image, recipe: recipe(1, 1, .stretch, .bilinearCorners))
    #expect(red(single) == [0])
  }

  @Test func `enlarging repeats the edges`() throws {
    let image = try row([10, 200])
    let out = red(NetworkInput.make(from: image, recipe: recipe(4, 1)))
    #expect(out.first == 10 && out.last == 200)
    #expect(out == out.sorted())
  }

  @Test func `the centre crop takes the middle of the longer side`() throws {
    let pixels = (0..<10).flatMap { _ in (0..<30).flatMap { [UInt8($0 * 8), 0, 0] as [UInt8] } }
    let image = try #require(
      RGBImage(size: PixelSize(width: 30, height: 10), pixels: pixels))
    let out = red(NetworkInput.make(from: image, recipe: recipe(10, 10, .centreCrop, .bicubic)))
    #expect(Array(out[0..<10]) == (10..<20).map { UInt8($0 * 8) })
  }

  @Test func `the same size and the whole picture change nothing`() throws {
    let fixture = PictureFixture.scene(width: 31, height: 17)
    let image = try #require(RGBImage(size: fixture.size, pixels: fixture.pixels))
    for kind in [InputRecipe.Interpolation.bilinear, .bicubic] {
      #expect(
        NetworkInput.make(from: image, recipe: recipe(31, 17, .stretch, kind))?.image == image)
    }
  }

  @Test(arguments: [(1, 1), (1, 500), (500, 1), (2, 3)])
  func `any shape gives the network's size`(width: Int, height: Int) throws {
    let image = try #require(
      RGBImage(
        size: PixelSize(width: width, height: height),
        pixels: [UInt8](repeating: 77, count: width * height * 3)))
    for fit in [InputRecipe.Fit.stretch, .centreCrop, .shorterSide, .letterbox] {
      let out = try #require(
        NetworkInput.make(from: image, recipe: recipe(26, 26, fit, crop: 0.9, .bicubic)))
      #expect(out.image.size == PixelSize(width: 26, height: 26))
      #expect(out.image.pixels.allSatisfy { $0 == 77 })
    }
  }

  private func grey(_ width: Int, _ height: Int) throws -> RGBImage {
    try #require(
      RGBImage(
        size: PixelSize(width: width, height: height),
        pixels: [UInt8](repeating: 200, count: width * height * 3)))
  }

  @Test func `a letterbox keeps the shape and fills its borders`() throws {
    let recipe = InputRecipe(
      size: PixelSize(width: 8, height: 8), fit: .letterbox, padding: 114, interpolation: .bilinear,
      antialias: true)
    let view = try #require(NetworkInput.make(from: grey(40, 20), recipe: recipe))
    let rows = (0..<8).map { view.image.pixels[$0 * 24] }
    #expect(rows == [114, 114, 200, 200, 200, 200, 114, 114])
    #expect(view.region == UnitBox(left: 0, top: -0.5, width: 1, height: 2))
    // A box around the middle half of the input is the whole of the photo's height.
    #expect(
      view.onPhoto(UnitBox(left: 0, top: 0.25, width: 1, height: 0.5))
        == UnitBox(left: 0, top: 0, width: 1, height: 1))
  }

  @Test func `a letterbox at the top left leaves its border at the end`() throws {
    let recipe = InputRecipe(
      size: PixelSize(width: 8, height: 8), fit: .letterboxTopLeft, padding: 7,
      interpolation: .bilinear, antialias: true)
    let view = try #require(NetworkInput.make(from: grey(20, 40), recipe: recipe))
    #expect((0..<8).map { view.image.pixels[$0 * 3] } == [200, 200, 200, 200, 7, 7, 7, 7])
    #expect(view.region == UnitBox(left: 0, top: 0, width: 2, height: 1))
  }

  /// torchvision: Resize(4) makes 10 × 5 pixels 8 × 4, CenterCrop(2) begins at (3, 1).
  @Test func `the shorter side and the centre are where torchvision has them`() throws {
    let recipe = InputRecipe(
      size: PixelSize(width: 2, height: 2), fit: .shorterSide, shorterSide: 4,
      interpolation: .bilinear, antialias: true)
    let view = try #require(NetworkInput.make(from: grey(10, 5), recipe: recipe))
    #expect(view.region == UnitBox(left: 3.0 / 8, top: 0.25, width: 0.25, height: 0.5))
  }

  @Test func `a tile is looked at alone and its boxes land on the photo`() throws {
    var pixels = [UInt8](repeating: 0, count: 20 * 10 * 3)
    for row in 0..<10 { for column in 10..<20 { pixels[(row * 20 + column) * 3] = 250 } }
    let image = try #require(
      RGBImage(size: PixelSize(width: 20, height: 10), pixels: pixels))
    let tile = UnitBox(left: 0.5, top: 0, width: 0.5, height: 1)
    let view = try #require(NetworkInput.make(from: image, recipe: recipe(5, 5), tile: tile))
    #expect(red(view).allSatisfy { $0 == 250 })
    #expect(
      view.onPhoto(UnitBox(left: 0.5, top: 0, width: 0.5, height: 1))
        == UnitBox(left: 0.75, top: 0, width: 0.25, height: 1))
    let outside = UnitBox(left: 1.2, top: 0, width: 0.5, height: 1)
    #expect(NetworkInput.make(from: image, recipe: recipe(5, 5), tile: outside) == nil)
  }
}
