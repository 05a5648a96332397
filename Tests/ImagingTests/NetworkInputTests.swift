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
      interpolation: interpolation, antialias: antialias)
  }

  private func row(_ values: [UInt8]) throws -> RGBImage {
    try #require(
      RGBImage(
        size: PixelSize(width: values.count, height: 1),
        pixels: values.flatMap { [$0, $0, $0] }))
  }

  private func red(_ image: RGBImage?) -> [UInt8] {
    stride(from: 0, to: image?.pixels.count ?? 0, by: 3).map { image?.pixels[$0] ?? 0 }
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
      #expect(NetworkInput.make(from: image, recipe: recipe(31, 17, .stretch, kind)) == image)
    }
  }

  @Test(arguments: [(1, 1), (1, 500), (500, 1), (2, 3)])
  func `any shape gives the network's size`(width: Int, height: Int) throws {
    let image = try #require(
      RGBImage(
        size: PixelSize(width: width, height: height),
        pixels: [UInt8](repeating: 77, count: width * height * 3)))
    for fit in [InputRecipe.Fit.stretch, .centreCrop] {
      let out = try #require(
        NetworkInput.make(from: image, recipe: recipe(26, 26, fit, crop: 0.9, .bicubic)))
      #expect(out.size == PixelSize(width: 26, height: 26))
      #expect(out.pixels.allSatisfy { $0 == 77 })
    }
  }
}
