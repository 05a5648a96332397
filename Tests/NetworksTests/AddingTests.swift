import Fixtures
import Foundation
import Networks
import PhotoCore
import Recognition
import Testing

/// From files that a user has to a model that works.
struct AddingTests {
  private let fixture: ModelsFixture

  init() throws { fixture = try ModelsFixture() }

  private func onnx(_ network: ONNXFixture, _ name: String = "net.onnx") throws -> String {
    try fixture.folder.write(network.data, to: name)
  }

  @Test func `a classifier gets a record, the labels of ImageNet and a place`() throws {
    let model = try fixture.installer.add([try onnx(NetworkFixtures.classifier(), "My Net.onnx")])
    #expect(fixture.names == ["my-net"])
    #expect(model.record.id == "my-net" && model.record.name == "my-net")
    #expect(model.record.task == .classification && model.record.format == .onnx)
    #expect(model.record.vocabulary == "imagenet" && model.labels.classes.count == 1000)
    #expect(model.record.source == "My Net.onnx")
    #expect(model.record.files.keys.sorted() == ["labels.txt", "model.onnx"])
    #expect(model.record.sourceSHA256 == model.record.files["model.onnx"])
    #expect(try fixture.store.model("my-net") == model)
    try fixture.installer.verify("my-net")
  }

  @Test func `a detector of a known family gets the labels of COCO`() throws {
    let model = try fixture.installer.add([try onnx(NetworkFixtures.yolox())])
    #expect(model.record.task == .detection && model.record.decoding.family == .yolox)
    #expect(model.record.input.channels == .bgr)
    #expect(model.record.vocabulary == "coco" && model.labels.classes[0].name == "person")
  }

  @Test func `YOLOv3 of Darknet gets the ancestor's numbers`() throws {
    let model = try fixture.installer.add(try fixture.darknet())
    let record = model.record
    #expect(record.id == "yolov3" && record.format == .openVINO && record.version == "0.2.0")
    #expect(record.input.recipe.size == PixelSize(width: 416, height: 416))
    #expect(record.input.recipe.fit == .letterbox && record.input.recipe.padding == 128)
    #expect(record.decoding.minimumObjectness == 0.8)
    #expect(record.scoreFloor == 0.8 && record.defaultThreshold == 0.8)
    #expect(record.suppression?.sameClassIoU == 0.4)
    #expect(record.suppression?.crossClassIoU == nil)
  }

  @Test func `other networks of Darknet go by confidence, at the size that is given`() throws {
    let text = NetworkFixtures.threeHeads.replacing("10,13", with: "12,16")
    var options = ModelOptions()
    options.size = PixelSize(width: 64, height: 96)
    let record = try fixture.installer.add(try fixture.darknet(text), options: options).record
    #expect(record.decoding.minimumObjectness == nil)
    #expect(record.input.recipe.fit == .stretch)
    #expect(record.input.recipe.size == PixelSize(width: 64, height: 96))
  }

  @Test func `OpenVINO's two files are one network`() throws {
    let model = try fixture.store.model(ModelStore.defaultDetector)
    try FileManager.default.copyItem(
      atPath: model.folder + "/model.xml", toPath: fixture.folder.path("ssd.xml"))
    try FileManager.default.copyItem(
      atPath: model.folder + "/model.bin", toPath: fixture.folder.path("ssd.bin"))
    let added = try fixture.installer.add([fixture.folder.path("ssd.xml")])
    #expect(added.record.format == .openVINO && added.record.decoding.family == .ssdDecoded)
    #expect(added.record.files["model.bin"] == model.record.files["model.bin"])
  }

  @Test func `labels of one's own make a vocabulary of one's own`() throws {
    let labels = try fixture.folder.write(Array("llama\talpaca\r\ncondor\n\n".utf8), to: "l.txt")
    var options = ModelOptions()
    options.labels = labels
    options.id = "peru"
    options.name = "Peru's animals"
    options.licence = "CC0-1.0"
    options.preset = .torchvision
    let model = try fixture.installer.add(
      [try onnx(NetworkFixtures.classifier(classes: 2))], options: options)
    #expect(model.labels.vocabulary == "peru")
    #expect(
      model.labels.classes == [
        LabelClass(name: "llama", synonyms: ["alpaca"]), LabelClass(name: "condor"),
      ])
    #expect(model.record.name == "Peru's animals" && model.record.licence == "CC0-1.0")
  }

  @Test func `Darknet's spelling of the classes of COCO is COCO`() throws {
    let coco = try fixture.store.model(ModelStore.defaultDetector).labels.classes.map(\.name)
    let darknet = [
      "motorcycle": "motorbike", "airplane": "aeroplane", "couch": "sofa", "tv": "tvmonitor",
      "potted plant": "pottedplant", "dining table": "diningtable",
    ]
    let text = coco.map { darknet[$0] ?? $0 }.joined(separator: "\n")
    var options = ModelOptions()
    options.labels = try fixture.folder.write(Array(text.utf8), to: "coco.names")
    let model = try fixture.installer.add([try onnx(NetworkFixtures.yolox())], options: options)
    #expect(model.labels.vocabulary == "coco")
    #expect(model.labels.classes.map(\.name) == coco)
  }

  @Test func `the files that are given are only read`() throws {
    let paths = try fixture.darknet()
    for path in paths {
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    }
    let before = paths.map { FileManager.default.contents(atPath: $0) }
    try fixture.installer.add(paths)
    #expect(paths.map { FileManager.default.contents(atPath: $0) } == before)
  }

  @Test func `an id that is taken needs replaces, and then the new one is there`() throws {
    let path = try onnx(NetworkFixtures.classifier())
    try fixture.installer.add([path])
    #expect(throws: ModelInstallError.taken("net")) { try fixture.installer.add([path]) }
    let other = try onnx(NetworkFixtures.classifier(shape: [1, 3, 16, 16]))
    var options = ModelOptions()
    options.replaces = true
    let model = try fixture.installer.add([other], options: options)
    #expect(model.record.input.recipe.size.width == 16)
    #expect(fixture.names == ["net"])
    try fixture.installer.verify("net")
  }

  @Test func `what a killed run left is cleared away by the next one`() throws {
    try fixture.folder.write([1], to: "library/models/.incoming-dead/model.onnx")
    try fixture.folder.write([1], to: "library/models/.removed-dead/record.json")
    #expect(fixture.store.installed().map(\.record.id).allSatisfy { !$0.hasPrefix(".") })
    try fixture.installer.add([try onnx(NetworkFixtures.classifier())])
    #expect(fixture.names == ["net"])
  }
}
