import Fixtures
import Inference
import Testing

/// Networks that give back what they are given, so that their output is what the conversion makes.
struct InputConversionTests {
  /// Two rows of three pixels, no sample like another.
  private static let picture: [UInt8] = (0..<18).map { UInt8($0 * 13 + 7) }
  private static let mean: [Float] = [10, 20, 30]
  private static let deviation: [Float] = [2, 4, 8]

  /// A network that is given `shape` and gives it back.
  private func network(
    _ shape: [Int?], _ number: ONNXFixture.Number = .f32, conversion: InputConversion,
    folder: TemporaryFolder
  ) throws -> Network {
    let fixture = ONNXFixture(
      inputs: [.init("image", shape, number)], outputs: [.init("same", shape, number)],
      nodes: [.init("Identity", ["image"], ["same"])])
    let path = try folder.write(fixture.data, to: "same.onnx")
    return try Network(path: path, precision: .f32, conversion: conversion)
  }

  /// What the conversion should make, by its definition.
  private func expected(_ conversion: InputConversion) -> [Float] {
    func sample(_ row: Int, _ column: Int, _ channel: Int) -> Float {
      let source = conversion.reversesChannels ? 2 - channel : channel
      let value = Float(Self.picture[(row * 3 + column) * 3 + source])
      return (value - (conversion.mean.isEmpty ? 0 : conversion.mean[channel]))
        / (conversion.deviation.isEmpty ? 1 : conversion.deviation[channel])
    }
    var values: [Float] = []
    if conversion.isChannelsFirst {
      for channel in 0..<3 {
        for row in 0..<2 { for column in 0..<3 { values.append(sample(row, column, channel)) } }
      }
    } else {
      for row in 0..<2 {
        for column in 0..<3 { for channel in 0..<3 { values.append(sample(row, column, channel)) } }
      }
    }
    return values
  }

  private func conversion(
    channelsFirst: Bool, reversed: Bool, mean: [Float] = mean, deviation: [Float] = deviation
  ) -> InputConversion {
    InputConversion(
      isChannelsFirst: channelsFirst, reversesChannels: reversed, mean: mean, deviation: deviation,
      shape: channelsFirst ? [1, 3, 2, 3] : [1, 2, 3, 3])
  }

  @Test(arguments: [true, false], [true, false])
  func `layout, order of channels, mean and deviation are as computed by hand`(
    channelsFirst: Bool, reversed: Bool
  ) throws {
    let folder = try TemporaryFolder()
    let statistics: [([Float], [Float])] = [
      ([], []), (Self.mean, []), ([], Self.deviation), (Self.mean, Self.deviation),
    ]
    for (mean, deviation) in statistics {
      let conversion = conversion(
        channelsFirst: channelsFirst, reversed: reversed, mean: mean, deviation: deviation)
      let network = try network(conversion.shape, conversion: conversion, folder: folder)
      #expect(network.inputs.map(\.shape) == [[1, 2, 3, 3]])
      #expect(network.inputs.map(\.type) == ["u8"])
      #expect(network.nativeInputs == [Port(name: "image", shape: conversion.shape, type: "f32")])
      try network.run(Self.picture)
      #expect(try network.values(of: "same") == expected(conversion))
    }
  }

  @Test func `open lengths of the input become those of the conversion`() throws {
    let folder = try TemporaryFolder()
    let conversion = conversion(channelsFirst: true, reversed: false)
    let network = try network([nil, 3, nil, nil], conversion: conversion, folder: folder)
    #expect(network.nativeInputs.map(\.shape) == [[nil, 3, nil, nil]])
    #expect(network.nativeOutputs.map(\.shape) == [[nil, 3, nil, nil]])
    #expect(network.inputs.map(\.shape) == [[1, 2, 3, 3]])
    #expect(network.outputs == [Port(name: "same", shape: [1, 3, 2, 3], type: "f32")])
    try network.run(Self.picture)
    #expect(try network.values(of: "same") == expected(conversion))
  }

  @Test func `a network of half-precision numbers is fed like one of floats`() throws {
    let folder = try TemporaryFolder()
    let conversion = conversion(channelsFirst: true, reversed: true)
    let network = try network(conversion.shape, .f16, conversion: conversion, folder: folder)
    #expect(network.nativeInputs.map(\.type) == ["f16"])
    #expect(network.outputs == [Port(name: "same", shape: [1, 3, 2, 3], type: "f32")])
    try network.run(Self.picture)
    let values = try network.values(of: "same")
    #expect(values.count == 18)
    for (value, wanted) in zip(values, expected(conversion)) {
      #expect(abs(value - wanted) <= abs(wanted) / 1024)
    }
  }

  @Test func `a network of bytes, channels first, gets the bytes`() throws {
    let folder = try TemporaryFolder()
    let conversion = conversion(channelsFirst: true, reversed: true, mean: [], deviation: [])
    let network = try network(conversion.shape, .u8, conversion: conversion, folder: folder)
    #expect(network.nativeInputs.map(\.type) == ["u8"])
    try network.run(Self.picture)
    #expect(try network.values(of: "same") == expected(conversion))
  }

  @Test func `an input of another size is refused with both shapes`() throws {
    let folder = try TemporaryFolder()
    let conversion = conversion(channelsFirst: true, reversed: false)
    #expect {
      _ = try network([1, 3, 4, 4], conversion: conversion, folder: folder)
    } throws: { error in
      "\(error)".contains(
        "should take one picture of [1, 3, 2, 3] but takes image [1, 3, 4, 4] f32")
    }
  }

  @Test func `a network of two inputs is refused`() throws {
    let folder = try TemporaryFolder()
    let shape = [1, 3, 2, 3]
    let fixture = ONNXFixture(
      inputs: [.init("image", shape), .init("size", shape)], outputs: [.init("sum", shape)],
      nodes: [.init("Add", ["image", "size"], ["sum"])])
    let path = try folder.write(fixture.data, to: "two.onnx")
    #expect {
      _ = try Network(path: path, conversion: conversion(channelsFirst: true, reversed: false))
    } throws: { error in
      "\(error)".contains("takes image [1, 3, 2, 3] f32 and size [1, 3, 2, 3] f32")
    }
  }

  @Test(arguments: [
    InputConversion(isChannelsFirst: true, reversesChannels: false, shape: []),
    InputConversion(isChannelsFirst: true, reversesChannels: false, shape: [1, 2, 3, 3]),
    InputConversion(isChannelsFirst: false, reversesChannels: false, shape: [1, 3, 2, 0]),
    InputConversion(
      isChannelsFirst: true, reversesChannels: false, mean: [1], shape: [1, 3, 2, 3]),
    InputConversion(
      isChannelsFirst: true, reversesChannels: false, deviation: [1, 0, 1], shape: [1, 3, 2, 3]),
    InputConversion(
      isChannelsFirst: true, reversesChannels: false, mean: [1, .nan, 1], shape: [1, 3, 2, 3]),
  ])
  func `conversions that make no sense are refused, not tried`(_ conversion: InputConversion) throws
  {
    let folder = try TemporaryFolder()
    #expect(throws: InferenceError.self) {
      _ = try network([1, 3, 2, 3], conversion: conversion, folder: folder)
    }
  }
}
