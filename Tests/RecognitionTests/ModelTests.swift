import Fixtures
import Foundation
import Inference
import PhotoCore
import Recognition
import Testing

/// The default networks as `make` installed them, and what happens when something about them is off.
struct ModelTests {
  private let store = ModelStore(folders: [Installed.models])

  /// A copy of an installed model whose files may be spoilt.
  private func copy(_ id: String) throws -> (TemporaryFolder, String) {
    let folder = try TemporaryFolder()
    let model = try store.model(id)
    try FileManager.default.copyItem(atPath: model.folder, toPath: folder.path(id))
    return (folder, folder.path(id))
  }

  private func replace(_ old: String, _ new: String, in path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test func `the default networks are installed, complete and loadable`() throws {
    let recogniser = try Recogniser(store: store)
    #expect(recogniser.detector?.model.labels.classes.count == 80)
    #expect(recogniser.classifier?.model.labels.classes.count == 1000)
    #expect(recogniser.detector?.model.labels.classes[0].name == "person")
  }

  @Test func `classes that share a name are told apart and keep it as a synonym`() throws {
    let classes = try store.model(ModelStore.defaultClassifier).labels.classes
    let cranes = classes.filter { $0.synonyms.contains("crane") }
    #expect(cranes.map(\.name) == ["crane (bird)", "crane (machine)"])
    #expect(Set(classes.map { $0.name.lowercased() }).count == 1000)
  }

  @Test func `a model that is not there is named`() {
    #expect(throws: RecognitionError.notInstalled("yolo")) { _ = try store.model("yolo") }
  }

  @Test func `a missing label is refused`() throws {
    let (folder, path) = try copy(ModelStore.defaultDetector)
    try replace("toothbrush\n", "", in: path + "/labels.txt")
    #expect(
      throws: RecognitionError.labelCount(
        model: ModelStore.defaultDetector, expected: 80, found: 79)
    ) { _ = try ModelStore(folders: [folder.path]).model(ModelStore.defaultDetector) }
  }

  @Test func `a repeated label is refused`() throws {
    let (folder, path) = try copy(ModelStore.defaultDetector)
    try replace("toothbrush\n", "person\n", in: path + "/labels.txt")
    #expect(
      throws: RecognitionError.repeatedLabel(model: ModelStore.defaultDetector, name: "person")
    ) { _ = try ModelStore(folders: [folder.path]).model(ModelStore.defaultDetector) }
  }

  @Test func `a record that is no record is refused`() throws {
    let (folder, path) = try copy(ModelStore.defaultDetector)
    try "{}".write(toFile: path + "/record.json", atomically: true, encoding: .utf8)
    #expect(throws: RecognitionError.self) {
      _ = try ModelStore(folders: [folder.path]).model(ModelStore.defaultDetector)
    }
  }

  @Test func `another input size than the record's is refused`() throws {
    let (folder, path) = try copy(ModelStore.defaultClassifier)
    try replace("\"width\": 260", "\"width\": 224", in: path + "/record.json")
    let model = try ModelStore(folders: [folder.path]).model(ModelStore.defaultClassifier)
    #expect {
      _ = try SceneClassifier(model: model)
    } throws: { "\($0)".contains("[1, 260, 224, 3]") }
  }

  @Test func `another output shape than the record's is refused`() throws {
    let (folder, path) = try copy(ModelStore.defaultClassifier)
    try replace("1280", "1281", in: path + "/record.json")
    let model = try ModelStore(folders: [folder.path]).model(ModelStore.defaultClassifier)
    #expect {
      _ = try SceneClassifier(model: model)
    } throws: { "\($0)".contains("embedding") }
  }

  @Test func `a changed file is found by its hash`() throws {
    let model = try store.model(ModelStore.defaultDetector)
    try model.verify { model.record.files[($0 as NSString).lastPathComponent] }
    #expect(
      throws: RecognitionError.changedFile(model: model.record.id, file: "labels.txt")
    ) {
      try model.verify {
        $0.hasSuffix("labels.txt") ? "x" : model.record.files[($0 as NSString).lastPathComponent]
      }
    }
  }

  @Test func `a truncated network is refused`() throws {
    let (folder, path) = try copy(ModelStore.defaultDetector)
    let file = try #require(FileHandle(forWritingAtPath: path + "/model.bin"))
    try file.truncate(atOffset: 1000)
    let model = try ModelStore(folders: [folder.path]).model(ModelStore.defaultDetector)
    #expect(throws: RecognitionError.self) { _ = try ObjectDetector(model: model) }
  }

  @Test func `the same picture gives the same result`() throws {
    let recogniser = try Recogniser(store: store)
    func view(_ recipe: InputRecipe, _ tile: UnitBox?) throws -> NetworkView {
      let fixture = PictureFixture.scene(width: recipe.size.width, height: recipe.size.height)
      return NetworkView(
        image: try #require(RGBImage(size: fixture.size, pixels: fixture.pixels)),
        region: UnitBox(left: 0, top: 0, width: 1, height: 1))
    }
    let first = try recogniser.recognise(view)
    let second = try recogniser.recognise(view)
    #expect(first == second)
    #expect(first.scenes.count == 5)
    #expect(first.embedding?.values.count == 1280)
    #expect(first.scenes.map(\.probability) == first.scenes.map(\.probability).sorted(by: >))
  }
}
