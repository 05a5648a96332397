import Foundation
import PhotoCore

@testable import Learning

/// Discs, squares and triangles of chance size, direction and colour, roughly in the middle, as a crop
/// has its thing, under noise.
enum SyntheticShapes {
  enum Kind: Int, CaseIterable {
    case disc, square, triangle
  }

  /// Examples of "it is a triangle", a third of them yes.
  static func examples(_ count: Int, seed: UInt64, side: Int) -> [Labelled<RGBImage>] {
    (0..<count).compactMap { index in
      let kind = Kind.allCases[index % 3]
      var generator = SeededGenerator(seed, UInt64(index))
      let size = PixelSize(width: side, height: side)
      let example = Example(
        id: "\(seed)-\(index)", group: "\(seed)-\(index)", isYes: kind == .triangle, size: size)
      return RGBImage(size: size, pixels: pixels(kind, side, &generator)).map {
        Labelled(example, input: $0)
      }
    }
  }

  private static func pixels(
    _ kind: Kind, _ side: Int, _ generator: inout SeededGenerator
  ) -> [UInt8] {
    let full = Double(side)
    let radius = full * generator.between(0.28, 0.45)
    let x = generator.between(radius, full - radius)
    let y = generator.between(radius, full - radius)
    let turn = generator.between(0, 2 * .pi)
    let sine = sin(turn)
    let cosine = cos(turn)
    let ground = generator.between(30, 110)
    let colours = (0..<3).map { _ in generator.between(140, 230) }
    var pixels: [UInt8] = []
    pixels.reserveCapacity(side * side * 3)
    for row in 0..<side {
      for column in 0..<side {
        let across = (Double(column) - x) / radius
        let down = (Double(row) - y) / radius
        let inside = contains(
          kind, across * cosine + down * sine, down * cosine - across * sine)
        for colour in colours {
          let noise = (generator.unit() + generator.unit() - 1) * 45
          pixels.append(UInt8(max(0, min(255, (inside ? colour : ground) + noise))))
        }
      }
    }
    return pixels
  }

  /// Shapes in a circle of radius 1.
  private static func contains(_ kind: Kind, _ x: Double, _ y: Double) -> Bool {
    switch kind {
    case .disc: x * x + y * y < 0.64
    case .square: max(abs(x), abs(y)) < 0.7
    case .triangle: y < 0.5 && 1.732 * abs(x) - y < 1
    }
  }
}
