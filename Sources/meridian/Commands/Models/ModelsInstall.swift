import ArgumentParser
import Foundation
import Library
import Networks
import Recognition

struct ModelsInstall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Download and add a model.",
    discussion: """
      Examples:
        meridian models install yolox-s
        meridian models install https://example.org/net.onnx --sha256 9f86d08…

      An interrupted download continues where it stopped when you run the same command again.
      """)

  @Argument(help: "An id from `meridian models list --available`, or an address.")
  var network: String

  @Option(name: .customLong("sha256"), help: "The expected SHA-256: 64 hexadecimal digits.")
  var sha256: String?

  @Flag(help: "Accept the file without checking it; its SHA-256 is then recorded.")
  var noHash = false

  @Option(name: .customLong("cfg"), help: "The .cfg file for Darknet weights.")
  var configurationFile: String?

  @Option(help: "The maximum download size in megabytes. Default: 2147.")
  var maxSize: Int?

  @Flag(
    name: .customLong("allow-http"), help: "Allow addresses without encryption; needs --sha256.")
  var allowsPlainHTTP = false

  @OptionGroup var arguments: ModelArguments
  @OptionGroup var options: LibraryOptions

  private var isAddress: Bool { network.contains("://") }

  func validate() throws {
    if let maxSize, !(1...1_000_000).contains(maxSize) {
      throw ValidationError("--max-size takes 1 to 1000000 megabytes.")
    }
    guard !isAddress, sha256 != nil || configurationFile != nil || arguments.describes else {
      return
    }
    throw ValidationError(
      "With the id of a known model such as \(network), only --replace can be used.")
  }

  func run() throws {
    try Failure.explained {
      let stop = StopSign()
      let signals = StopSignals(
        stop, note: "Stopping; the data received so far is kept… (press again to stop at once)")
      defer { signals.cancel() }
      try arguments.report(network) { progress in
        let installer = ModelSelection.installer(options, limits)
        let isStopped = { stop.isRaised }
        guard isAddress else {
          guard let model = InstallableModels.model(network) else {
            throw ModelInstallError.notInstallable(network)
          }
          return try installer.install(
            model, replaces: arguments.replace, isStopped: isStopped, progress: progress)
        }
        guard sha256 != nil || noHash else {
          throw ModelInstallError.download(.noHash(String(network.prefix { $0 != "?" })))
        }
        return try installer.install(
          from: network, sha256: sha256, configuration: configurationFile,
          options: try arguments.modelOptions(), isStopped: isStopped, progress: progress)
      }
    }
  }

  private var limits: DownloadLimits {
    var limits = DownloadLimits()
    limits.allowsPlainHTTP = allowsPlainHTTP
    if let maxSize { limits.byteLimit = Int64(maxSize) * 1_000_000 }
    return limits
  }
}

struct ModelsAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a model from your own files. The files are only read.",
    discussion: """
      Examples:
        meridian models add yolov3.cfg yolov3.weights
        meridian models add resnet50.onnx --name "ResNet-50" --licence BSD-3-Clause
        meridian models add net.xml --labels birds.txt --preset torchvision

      Formats: ONNX, OpenVINO (.xml with .bin), TensorFlow Lite, frozen TensorFlow graphs \
      (.pb), Darknet (.cfg with .weights). docs/models.md lists the presets.
      """)

  @Argument(help: "The model's file, or its two files.", completion: .file())
  var files: [String]

  @OptionGroup var arguments: ModelArguments
  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      try arguments.report(files.first ?? "") { progress in
        try ModelSelection.installer(options).add(
          files, options: try arguments.modelOptions(), progress: progress)
      }
    }
  }
}
