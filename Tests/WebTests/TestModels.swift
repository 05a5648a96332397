import PhotoCore
import Synchronization

@testable import Web

/// Networks that are only told of: tasks run a shell script instead of the program.
final class TestModels: Sendable {
  private struct State {
    var installed: [WebModel]
    var removed: [String] = []
    var arguments: [String] = []
  }

  private let state: Mutex<State>
  private let script: String

  init(_ installed: [WebModel] = [], script: String = "exit 1") {
    state = Mutex(State(installed: installed))
    self.script = script
  }

  /// The ids of those that were removed.
  var removed: [String] { state.withLock { $0.removed } }
  /// What the last task was: its kind and its subject; empty before the first.
  var arguments: [String] { state.withLock { $0.arguments } }

  var web: WebModels {
    WebModels(
      installed: { [self] in state.withLock { $0.installed } },
      installable: [
        WebInstallableModel(
          id: "installable", name: "Installable", task: .detection, bytes: 10, licence: "MIT",
          address: "https://example.org/installable.onnx", publishedJSON: #"{"mAP":40}"#, note: "")
      ],
      presets: [
        WebPreset(id: "yolov8", summary: "YOLOv8 and later"),
        WebPreset(id: "darknet", summary: "Darknet", needsTwoFiles: true),
      ],
      remove: { [self] id, _ in
        state.withLock { state in
          state.installed.removeAll { $0.id == id }
          state.removed.append(id)
        }
      },
      command: { [self] task in
        state.withLock { $0.arguments = [task.kind.rawValue, task.subject] }
        return WebModels.Command(executable: FilePath("/bin/sh"), arguments: ["-c", script])
      })
  }
}

extension WebModel {
  static func detector(
    _ id: String, isDefault: Bool = false, isRemovable: Bool = true
  ) -> WebModel {
    WebModel(
      id: id,
      facts: RecordFacts(
        name: "The network \(id)", task: .detection, version: "1", vocabulary: "coco",
        classCount: 80, threshold: 0.5, recordJSON: #"{"id":"\#(id)","licence":"MIT"}"#),
      bytes: 1234, isRemovable: isRemovable, isDefault: isDefault)
  }

  static func classifier(_ id: String) -> WebModel {
    WebModel(
      id: id,
      facts: RecordFacts(
        name: id, task: .classification, version: "1", vocabulary: "imagenet", classCount: 1000,
        threshold: 0.3, recordJSON: "{}"),
      bytes: 1234, isRemovable: true, isDefault: false)
  }

  static func broken(_ id: String, _ problem: String) -> WebModel {
    WebModel(
      id: id, facts: nil, problem: problem, bytes: 0, isRemovable: true, isDefault: false)
  }
}
