internal import Foundation

/// A Darknet `.weights` file: its header, and where its numbers begin.
///
///     major, minor, revision   Int32
///     seen                     Int64 from version 0.2 on (both below 1000), else Int32
///     numbers                  Float, little-endian, layer by layer
///
/// Only the header is read; the numbers are when the network is written. Source: Darknet,
/// `load_weights_upto` in `parser.c`.
package struct DarknetWeights: Hashable, Sendable {
  /// The file.
  package let path: String
  /// The version of the format: major, minor, revision.
  package let version: [Int32]
  /// How many pictures the network had seen in training.
  package let seen: Int64
  /// The header's length in bytes: 16 or 20.
  package let headerByteCount: Int
  /// The file's length in bytes.
  package let byteCount: Int

  /// Reads the header.
  ///
  /// - Throws: ``DarknetError/unreadable(path:detail:)``,
  ///   ``DarknetError/noHeader(path:byteCount:)``.
  package init(path: String) throws(DarknetError) {
    let start: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      start = try file.read(upToCount: 20) ?? Data()
      byteCount = Int(try file.seekToEnd())
    } catch {
      throw .unreadable(path: path, detail: error.localizedDescription)
    }
    self.path = path
    guard start.count >= 12 else { throw .noHeader(path: path, byteCount: byteCount) }
    version = [0, 4, 8].map { Int32(littleEndian: start.number(at: $0)) }
    headerByteCount = Self.hasLongCount(version) ? 20 : 16
    guard start.count >= headerByteCount else {
      throw .noHeader(path: path, byteCount: byteCount)
    }
    seen =
      headerByteCount == 20
      ? Int64(littleEndian: start.number(at: 12))
      : Int64(Int32(littleEndian: start.number(at: 12)))
  }

  private static func hasLongCount(_ version: [Int32]) -> Bool {
    let major = Int(version[0])
    let minor = Int(version[1])
    return major * 10 + minor >= 2 && major < 1000 && minor < 1000
  }

  /// Compares the file's length with what the layers need, and names the layer where it ends.
  func check(against layers: [DarknetLayer]) throws(DarknetError) {
    var needed = headerByteCount
    var last: DarknetPlace?
    for layer in layers {
      guard let convolution = layer.convolution else { continue }
      needed += 4 * convolution.valueCount
      last = layer.place
      guard byteCount >= needed else {
        throw .weightsTooShort(layer.place, needed: needed, found: byteCount)
      }
    }
    if let last, byteCount > needed {
      throw .weightsTooLong(last, expected: needed, found: byteCount)
    }
  }
}

/// The numbers of a weights file, in its order.
struct DarknetWeightReader {
  private let file: FileHandle
  private let path: String

  init(_ weights: DarknetWeights) throws(DarknetError) {
    path = weights.path
    do {
      file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      try file.seek(toOffset: UInt64(weights.headerByteCount))
    } catch {
      throw .unreadable(path: path, detail: error.localizedDescription)
    }
  }

  func close() { try? file.close() }

  /// A convolution with its normalisation, if it has any, made part of kernel and biases.
  ///
  /// - Throws: ``DarknetError/weightsMisfit(_:detail:)`` for numbers that are not finite and for
  ///   variances below 0.
  func folded(
    _ convolution: DarknetConvolution, at place: DarknetPlace
  ) throws(DarknetError) -> (kernel: [Float], biases: [Float]) {
    var biases = try numbers(convolution.filters, of: "biases", at: place)
    guard convolution.isNormalised else {
      return (try numbers(convolution.kernelCount, of: "kernel", at: place), biases)
    }
    let scales = try numbers(convolution.filters, of: "scales", at: place)
    let means = try numbers(convolution.filters, of: "means", at: place)
    let variances = try numbers(convolution.filters, of: "variances", at: place)
    if let negative = variances.first(where: { $0 < 0 }) {
      throw .weightsMisfit(place, detail: "a variance is \(negative)")
    }
    // Darknet's own form (`normalize_cpu`); others put the small number under the root.
    let factors = zip(scales, variances).map { Double($0) / (Double($1).squareRoot() + 1e-6) }
    for (index, factor) in factors.enumerated() {
      biases[index] = Float(Double(biases[index]) - factor * Double(means[index]))
    }
    var kernel = try numbers(convolution.kernelCount, of: "kernel", at: place)
    let perFilter = convolution.kernelCount / convolution.filters
    kernel.withUnsafeMutableBufferPointer { kernel in
      for (index, factor) in factors.enumerated() {
        for position in index * perFilter..<(index + 1) * perFilter {
          kernel[position] = Float(Double(kernel[position]) * factor)
        }
      }
    }
    // A variance near 0 may have made numbers that no float holds.
    guard biases.allFinite, kernel.allFinite else {
      throw .weightsMisfit(place, detail: "its normalised numbers are not finite")
    }
    return (kernel, biases)
  }

  private func numbers(
    _ count: Int, of name: String, at place: DarknetPlace
  ) throws(DarknetError) -> [Float] {
    let data: Data
    do {
      data = try file.read(upToCount: 4 * count) ?? Data()
    } catch {
      throw .unreadable(path: path, detail: error.localizedDescription)
    }
    guard data.count == 4 * count else {
      throw .unreadable(path: path, detail: "it became shorter while it was being read")
    }
    let numbers = [Float](unsafeUninitializedCapacity: count) { buffer, initialised in
      initialised = data.copyBytes(to: buffer) / 4
    }
    guard numbers.allFinite else {
      throw .weightsMisfit(place, detail: "its \(name) hold numbers that are not finite")
    }
    return numbers
  }
}

extension [Float] {
  /// Whether no number is infinite or none at all: only those differ from themselves less 0.
  fileprivate var allFinite: Bool {
    withUnsafeBufferPointer { numbers in
      var difference: Float = 0
      for number in numbers { difference += number - number }
      return difference == 0
    }
  }
}

extension Data {
  fileprivate func number<Number: FixedWidthInteger>(at offset: Int) -> Number {
    withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Number.self) }
  }
}
