package import Inference

/// Why a model is refused or gave no result. Better a refused start than ten thousand photos tagged
/// one class off.
package enum RecognitionError: Error, Hashable, Sendable {
  /// No model of this id is installed.
  case notInstalled(String)
  /// The record cannot be read.
  case badRecord(path: String, detail: String)
  /// The labels are not as many as the record says.
  case labelCount(model: String, expected: Int, found: Int)
  /// Two classes have the same name.
  case repeatedLabel(model: String, name: String)
  /// The network's input is not what the record says.
  case input(model: String, expected: String, found: String)
  /// The network lacks an output, or it has another shape than the record says.
  case output(model: String, name: String, expected: String, found: String)
  /// A file has another SHA-256 than the record says.
  case changedFile(model: String, file: String)
  /// The network gave a number that is not finite.
  case notFinite(model: String)
  /// The runtime refused.
  case inference(InferenceError)
  /// The network is not of the kind that the preset of this name is for.
  case notOfPreset(String, detail: String)
  /// The network takes pictures of any size, so one must be said.
  case openSize(shape: String)
  /// A head of a Darknet network cannot be read.
  case head(YOLOHeadError)
}

extension RecognitionError: CustomStringConvertible {
  /// One sentence, and what to do next.
  package var description: String {
    switch self {
    case .notInstalled(let id):
      "The model \(id) is not installed. Run `make` in Meridian's folder, or set the folder that "
        + "holds it in MERIDIAN_MODELS."
    case .badRecord(let path, let detail):
      "The model record \(path) cannot be read: \(detail). Install the model again."
    case .labelCount(let model, let expected, let found):
      "The model \(model) has \(expected) classes but \(found) labels. Install it again."
    case .repeatedLabel(let model, let name):
      "The model \(model) has two classes called \(name). Give them different names in its labels."
    case .input(let model, let expected, let found):
      "The model \(model) should take \(expected) but takes \(found). Install it again."
    case .output(let model, let name, let expected, let found):
      "The output \(name) of the model \(model) should be \(expected) but is \(found). "
        + "Install it again."
    case .changedFile(let model, let file):
      "The file \(file) of the model \(model) is not the one that was installed. Install it again."
    case .notFinite(let model):
      "The model \(model) gave a number that is not finite."
    case .inference(let error): error.description
    case .notOfPreset(let preset, let detail):
      "The model does not fit the preset \(preset): \(detail). Choose another one "
        + "with --preset."
    case .openSize(let shape):
      "The model takes pictures of any size (\(shape)). Choose one, such as --size 640x640."
    case .head(let error): error.description
    }
  }
}
