import Fixtures
import Foundation
import Inference
@testable import Networks
import PhotoCore
import Recognition
import Testing

/// What is no network, or not the one that it should be, is refused by name, and nothing is left.
struct RefusalTests {
  private let fixture: ModelsFixture

  init() throws { fixture = try ModelsFixture() }

  /// Adds files, which must fail.
  @discardableResult
  private func refusal(
    _ paths: [String], _ options: ModelOptions = ModelOptions(), says words: String...
  ) throws -> ModelInstallError {
    let error = try #require(
      #expect(throws: ModelInstallError.self) {
        try fixture.installer.add(paths, options: options)
      })
    for word in words { #expect("\(error)".contains(word), "\(error)") }
    #expect(!"\(error)".contains(".incoming"), "\(error)")
    #expect("\(error)".hasSuffix(".") || "\(error)".hasSuffix("ID"), "\(error)")
    #expect(fixture.names.isEmpty)
    return error
  }

  @discardableResult
  private func write(_ bytes: [UInt8], _ name: String) throws -> String {
    try fixture.folder.write(bytes, to: name)
  }

  private func onnx(_ network: ONNXFixture = NetworkFixtures.classifier()) throws -> String {
    try write(network.data, "net.onnx")
  }

  @Test(arguments: [
    ("PK\u{3}\u{4}", "net.pth", "PyTorch"), ("<!DOCTYPE html>", "net.onnx", "web page"),
    ("version https://git-lfs.github.com/spec/v1", "net.onnx", "Git LFS"),
    ("", "net.onnx", "empty"),
    ("something", "net.onnx", "no format"), ("name: \"VGG\"", "net.prototxt", "Caffe"),
  ])
  func `what is no network is called what it is`(text: String, name: String, word: String) throws {
    try refusal([try write(Array(text.utf8), name)], says: word, name, "ONNX")
  }

  @Test func `a picture is no network, whatever its name`() throws {
    let jpeg = try PictureFixture.scene(width: 8, height: 8).encoded(".jpg")
    try refusal([try write(jpeg, "net.onnx")], says: "JPEG")
  }

  @Test func `a file of 5 GB is refused unread`() throws {
    let path = try write(NetworkFixtures.classifier().data, "large.onnx")
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: 5_000_000_000)
    try refusal([path], says: "5000000000 bytes", "4294967296")
  }

  @Test func `a truncated network is refused by the name that was given`() throws {
    let bytes = NetworkFixtures.classifier().data
    try refusal([try write(Array(bytes.prefix(bytes.count / 2)), "net.onnx")], says: "net.onnx")
  }

  @Test func `an unknown operator is named`() throws {
    try refusal(
      [try onnx(NetworkFixtures.unknownOperator())], says: "Frobnicate", "net.onnx")
  }

  @Test func `an open size needs to be said, and then it works`() throws {
    let path = try onnx(NetworkFixtures.classifier(shape: [1, 3, nil, nil]))
    var options = ModelOptions()
    options.preset = .torchvision
    try refusal([path], options, says: "--size")
    options.size = PixelSize(width: 24, height: 24)
    let model = try fixture.installer.add([path], options: options)
    #expect(model.record.input.recipe.size == PixelSize(width: 24, height: 24))
  }

  @Test func `a network of no known family needs a preset`() throws {
    try refusal(
      [try onnx(NetworkFixtures.classifier(classes: 7))], says: "--preset", "image", "logits")
  }

  @Test func `another preset than the network's is refused`() throws {
    var options = ModelOptions()
    options.preset = .yolox
    try refusal([try onnx()], options, says: "yolox")
  }

  @Test func `too few labels are counted`() throws {
    var options = ModelOptions()
    options.labels = try write(Array("a\nb\n".utf8), "l.txt")
    try refusal([try onnx()], options, says: "1000 classes", "2 labels")
  }

  @Test func `classes of no known vocabulary need labels`() throws {
    var options = ModelOptions()
    options.preset = .torchvision
    try refusal(
      [try onnx(NetworkFixtures.classifier(classes: 7))], options, says: "7 classes", "--labels")
  }

  @Test(arguments: [("a\n\nc", "class 2"), ("a\na\nb", "two classes"), ("\0\n\n", "UTF-8")])
  func `labels that are none are refused`(text: String, word: String) throws {
    var options = ModelOptions()
    options.preset = .torchvision
    options.labels = try write(Array(text.utf8), "l.txt")
    try refusal([try onnx(NetworkFixtures.classifier(classes: 3))], options, says: word)
  }

  @Test func `weights that are cut short name the layer`() throws {
    try refusal(try fixture.darknet(dropping: 8), says: "layer 9 [convolutional]")
  }

  @Test func `weights that do not fit their cfg are refused`() throws {
    let paths = try fixture.darknet()
    try write(
      Array(NetworkFixtures.threeHeads.replacing("filters=3\n", with: "filters=2\n").utf8),
      "yolov3.cfg")
    try refusal(paths, says: "configuration needs")
  }

  @Test func `halves of a network ask for the other half`() throws {
    let paths = try fixture.darknet()
    try refusal([paths[0]], says: ".weights")
    try refusal([paths[1]], says: ".cfg")
    let model = try fixture.store.model(ModelStore.defaultClassifier)
    try FileManager.default.copyItem(
      atPath: model.folder + "/model.xml", toPath: fixture.folder.path("a.xml"))
    try refusal([fixture.folder.path("a.xml")], says: "a.bin")
    try refusal([paths[0], try onnx()], says: "one model")
  }

  @Test func `ids are checked, and those of packages stay theirs`() throws {
    var options = ModelOptions()
    options.id = "../up"
    try refusal([try onnx()], options, says: "--id")
    options.id = ModelStore.defaultDetector
    options.replaces = true
    try refusal([try onnx()], options, says: ModelStore.defaultDetector, "--id")
  }

  @Test func `missing files are named`() throws {
    try refusal(["/nonexistent/net.onnx"], says: "/nonexistent/net.onnx", "No such file")
    try refusal([fixture.folder.path], says: "not a file")
  }

  @Test func `a full disk is said`() throws {
    let refused = #expect(throws: ModelInstallError.self) {
      let output = try DownloadFile(path: "/dev/full", isNew: false)
      try [UInt8](repeating: 0, count: 100).withUnsafeBytes { try output.write($0) }
    }
    #expect(refused == .diskFull(path: "/dev/full", needed: nil))
  }

  @Test func `a library that cannot be written is said`() throws {
    try write([1], "library")
    let refused = #expect(throws: ModelInstallError.self) {
      try fixture.installer.add([try onnx()])
    }
    #expect("\(try #require(refused))".contains("cannot be written"))
  }

  @Test func `two changes at once: the second is told to wait`() throws {
    try FileManager.default.createDirectory(
      atPath: fixture.models, withIntermediateDirectories: true)
    let other = open(fixture.models + "/.lock", O_RDWR | O_CREAT, 0o644)
    defer { close(other) }
    #expect(flock(other, LOCK_EX) == 0)
    try refusal([try onnx()], says: "Another Meridian")
  }
}
