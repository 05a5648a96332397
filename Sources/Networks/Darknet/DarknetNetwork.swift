internal import Foundation
package import PhotoCore
package import Recognition

/// A configuration and the weights that belong to it.
///
///     let configuration = try DarknetConfiguration(path: "yolov3.cfg")
///     let weights = try DarknetWeights(path: "yolov3.weights")
///     let network = try DarknetNetwork(configuration: configuration, weights: weights)
///     let description = try network.write(to: "models/yolov3")
///
/// The network that is written takes a picture and gives a head's numbers at each output:
///
///     image   [1, rows, columns, channels]                UInt8   RGB, 0...255
///     head0   [anchors, 5 + classes, rows, columns]       Float   see ``YOLOHead``
package struct DarknetNetwork: Hashable, Sendable {
  /// The structure.
  package let configuration: DarknetConfiguration
  /// The numbers.
  package let weights: DarknetWeights

  /// Checks that the weights are as long as the configuration needs them.
  ///
  /// - Throws: ``DarknetError/weightsTooShort(_:needed:found:)``,
  ///   ``DarknetError/weightsTooLong(_:expected:found:)``.
  package init(
    configuration: DarknetConfiguration, weights: DarknetWeights
  ) throws(DarknetError) {
    try weights.check(against: configuration.layers)
    self.configuration = configuration
    self.weights = weights
  }

  /// What a record needs to know.
  package var description: DarknetDescription {
    DarknetDescription(
      input: configuration.input, channels: configuration.channels, heads: configuration.heads,
      layerCount: configuration.layers.count, weightCount: configuration.weightCount,
      version: weights.version.map(String.init).joined(separator: "."), seen: weights.seen)
  }

  /// Writes `model.xml`, `model.bin` (OpenVINO IR) and `darknet.json` (the description) into a
  /// folder, which is made if it is not there. Takes about a second for 250 MB in a release build.
  ///
  /// The files get their names when they are complete, `model.xml` last; after an error none of
  /// them is new.
  /// - Throws: ``DarknetError/weightsMisfit(_:detail:)``, ``DarknetError/unreadable(path:detail:)``,
  ///   ``DarknetError/unwritable(path:detail:)``.
  @discardableResult
  package func write(to folder: String) throws(DarknetError) -> DarknetDescription {
    let names = ["model.bin", "darknet.json", "model.xml"]
    let mark = ".incomplete-\(UUID().uuidString)"
    defer {
      for name in names { try? FileManager.default.removeItem(atPath: "\(folder)/\(name)\(mark)") }
    }
    try Self.writing(folder) {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let constants = try DarknetError.writing { () throws(GraphFileError) in
      try ConstantFile(path: "\(folder)/model.bin\(mark)")
    }
    let xml = try graph(constants).xml
    try DarknetError.writing { () throws(GraphFileError) in try constants.close() }
    try Self.writing(folder) {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      try encoder.encode(description).write(
        to: URL(fileURLWithPath: "\(folder)/darknet.json\(mark)"))
      try Data(xml.utf8).write(to: URL(fileURLWithPath: "\(folder)/model.xml\(mark)"))
    }
    for name in names {
      guard rename("\(folder)/\(name)\(mark)", "\(folder)/\(name)") == 0 else {
        throw .unwritable(path: "\(folder)/\(name)", detail: String(cString: strerror(errno)))
      }
    }
    return description
  }

  private func graph(_ constants: ConstantFile) throws(DarknetError) -> IntermediateGraph {
    let reader = try DarknetWeightReader(weights)
    defer { reader.close() }
    var writer = DarknetGraphWriter(
      configuration: configuration, constants: constants, reader: reader)
    return try writer.graph()
  }

  static func writing(_ path: String, _ action: () throws -> Void) throws(DarknetError) {
    do {
      try action()
    } catch {
      throw .unwritable(path: path, detail: error.localizedDescription)
    }
  }
}

/// What was written, for the model's record.
package struct DarknetDescription: Hashable, Sendable, Codable {
  /// The size of the picture that goes in.
  package let input: PixelSize
  /// The picture's channels.
  package let channels: Int
  /// What comes out.
  package let heads: [YOLOHead]
  /// How many layers, as Darknet counts.
  package let layerCount: Int
  /// How many numbers the weights file holds.
  package let weightCount: Int
  /// The version of the weights file's format.
  package let version: String
  /// How many pictures the network had seen in training.
  package let seen: Int64
}
