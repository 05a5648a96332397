import Analysis
import ArgumentParser
import Foundation
import Imaging
import Inference
import Metadata
import PhotoCore
import Recognition

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how well the networks do on pictures whose truth is known.",
    discussion: """
      Examples:
        meridian evaluate detections --annotations instances.json --images val2017
        meridian evaluate scenes --images imagenet-samples
      """, subcommands: [EvaluateDetections.self, EvaluateScenes.self])
}

/// What both evaluations take.
struct EvaluationOptions: ParsableArguments {
  @Option(help: "The folder of the pictures.")
  var images: String

  @Option(help: "automatic, f32 or bf16: the numbers in which the networks compute.")
  var precision = "automatic"

  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard Precision(rawValue: precision) != nil else {
      throw ValidationError("--precision takes automatic, f32 or bf16.")
    }
  }

  var networkPrecision: Precision { Precision(rawValue: precision) ?? .automatic }

  /// The network's input for a picture, through the same steps as an import.
  func input(_ path: String, _ recipe: InputRecipe) throws -> NetworkView {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw EvaluationFailure(description: "\(path) cannot be read.")
    }
    let bytes = [UInt8](data)
    guard case .picture(let format) = FileKind.sniff(Array(bytes.prefix(FileKind.prefixLength)))
    else { throw EvaluationFailure(description: "\(path) is not a picture.") }
    let decoded = try PhotoDecoder().decode(bytes, format: format, orientation: .upright)
    return try NetworkInputs(PhotoScales(decoded.picture)).view(for: recipe)
  }
}

struct EvaluationFailure: Error, CustomStringConvertible {
  let description: String
}

struct EvaluateDetections: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detections",
    abstract: "Mean average precision (mAP) of the detector against COCO annotations.",
    discussion: """
      As pycocotools computes it. The boxes are those of the usual protocol: score floor 0.01, \
      NMS at IoU 0.6 within each class, at most 100 a picture; --as-stored measures what an import \
      keeps instead.

      Example:  meridian evaluate detections --annotations instances.json --images val2017
      """)

  @Option(help: "COCO's instances file.")
  var annotations: String

  @Flag(name: .long, help: "Measure the boxes that an import keeps.")
  var asStored = false

  @Flag(name: .long, help: "Print a line for each class.")
  var perClass = false

  @Option(help: "Write the boxes to this file, in the form of COCO's results.")
  var results: String?

  @OptionGroup var common: EvaluationOptions

  func run() throws {
    try Failure.explained {
      let truth = try COCOTruth(contentsOf: annotations)
      let detector = try ObjectDetector(
        model: common.options.models.model(ModelStore.defaultDetector),
        precision: common.networkPrecision)
      let protocolSettings = DetectionSettings(
        scoreFloor: 0.01, sameClassIoU: 0.6, crossClassIoU: nil)
      var found: [Int: [DetectedObject]] = [:]
      for image in truth.images {
        let input = try common.input("\(common.images)/\(image.fileName)", detector.recipe)
        found[image.id] = try detector.objects(
          in: input, settings: asStored ? nil : protocolSettings)
      }
      let result = COCOEvaluation(truth: truth, found: found).result
      if let results {
        try Data(truth.resultsJSON(found).utf8).write(to: URL(fileURLWithPath: results))
      }
      print("pictures   \(truth.images.count)")
      print("mAP        \(percent(result.meanAP))   IoU 0.50:0.95")
      print("AP50       \(percent(result.meanAP50))")
      guard perClass else { return }
      for (name, ap) in result.perClass.sorted(by: { $0.value > $1.value }) {
        print("  \(percent(ap))  \(name)")
      }
    }
  }
}

struct EvaluateScenes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenes",
    abstract: "Top-1 and top-5 of the classifier on labelled pictures.",
    discussion: """
      A picture's label is its name behind the first underscore (n02100877_Irish_setter.JPEG) or \
      the name of its folder.

      Example:  meridian evaluate scenes --images imagenet-samples
      """)

  @Flag(name: .long, help: "Print the pictures whose label is not among the best five.")
  var misses = false

  @OptionGroup var common: EvaluationOptions

  func run() throws {
    try Failure.explained {
      let classifier = try SceneClassifier(
        model: common.options.models.model(ModelStore.defaultClassifier),
        precision: common.networkPrecision)
      let labels = SceneLabels(classifier.model.labels)
      var score = SceneScoreCount()
      let names = FileManager.default.enumerator(atPath: common.images)?.allObjects ?? []
      for name in names.compactMap({ $0 as? String }).sorted() {
        guard let label = labels.label(ofFile: name) else { continue }
        let input = try common.input("\(common.images)/\(name)", classifier.recipe)
        let best = try classifier.scenes(in: input).scenes.map(\.className)
        score.add(best: best, isRight: { labels.matches($0, label) })
        if misses, !best.contains(where: { labels.matches($0, label) }) {
          print("  \(name): \(best.joined(separator: ", "))")
        }
      }
      guard score.count > 0 else {
        throw EvaluationFailure(description: "No picture in \(common.images) bears a known label.")
      }
      print("pictures   \(score.count)")
      print("top-1      \(percent(score.top1))")
      print("top-5      \(percent(score.top5))")
    }
  }
}

/// `27.4 %`.
private func percent(_ share: Double) -> String { oneDecimal(share * 100) + " %" }
