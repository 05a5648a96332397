import Foundation
import Inference
import Testing

/// A network that is written by hand: it adds one to each of twelve bytes.
enum TinyNetwork {
  static func write(
    shape: String = "1,2,2,3", operation: String = "Add", outputNames: String = "sum"
  ) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "meridian-net-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let dims = shape.split(separator: ",").map { "<dim>\($0)</dim>" }.joined()
    let xml = """
      <?xml version="1.0"?>
      <net name="tiny" version="11"><layers>
      <layer id="0" name="image" type="Parameter" version="opset1">
      <data shape="\(shape)" element_type="u8"/>
      <output><port id="0" precision="U8" names="image">\(dims)</port></output></layer>
      <layer id="1" name="convert" type="Convert" version="opset1">
      <data destination_type="f32"/><input><port id="0" precision="U8">\(dims)</port></input>
      <output><port id="1" precision="FP32">\(dims)</port></output></layer>
      <layer id="2" name="one" type="Const" version="opset1">
      <data element_type="f32" shape="1" offset="0" size="4"/>
      <output><port id="0" precision="FP32"><dim>1</dim></port></output></layer>
      <layer id="3" name="add" type="\(operation)" version="opset1">
      <data auto_broadcast="numpy"/>
      <input><port id="0" precision="FP32">\(dims)</port>
      <port id="1" precision="FP32"><dim>1</dim></port></input>
      <output><port id="2" precision="FP32" names="\(outputNames)">\(dims)</port></output></layer>
      <layer id="4" name="result" type="Result" version="opset1">
      <input><port id="0" precision="FP32">\(dims)</port></input></layer>
      </layers><edges>
      <edge from-layer="0" from-port="0" to-layer="1" to-port="0"/>
      <edge from-layer="1" from-port="1" to-layer="3" to-port="0"/>
      <edge from-layer="2" from-port="0" to-layer="3" to-port="1"/>
      <edge from-layer="3" from-port="2" to-layer="4" to-port="0"/>
      </edges></net>
      """
    try Data(xml.utf8).write(to: folder.appendingPathComponent("model.xml"))
    var one: Float = 1
    try Data(bytes: &one, count: 4).write(to: folder.appendingPathComponent("model.bin"))
    return folder.path
  }
}

struct NetworkTests {
  @Test func `a network says what goes in and out, and computes`() throws {
    let folder = try TinyNetwork.write()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let network = try Network(path: folder + "/model.xml", precision: .f32)
    #expect(network.inputs == [Port(name: "image", shape: [1, 2, 2, 3], type: "u8")])
    #expect(network.outputs == [Port(name: "sum", shape: [1, 2, 2, 3], type: "f32")])
    try network.run([UInt8](0..<12))
    #expect(try network.values(of: "sum") == (0..<12).map { Float($0) + 1 })
  }

  @Test func `a missing file is an error in the runtime's words`() {
    #expect {
      _ = try Network(path: "/nonexistent/model.xml")
    } throws: { error in
      "\(error)".contains("/nonexistent/model.xml")
    }
  }

  @Test func `truncated and foreign files are errors, not crashes`() throws {
    let folder = try TinyNetwork.write()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/model.xml"
    let whole = try #require(FileManager.default.contents(atPath: path))
    for data in [whole.prefix(whole.count / 2), Data(), Data("no network".utf8)] {
      try data.write(to: URL(fileURLWithPath: path))
      #expect(throws: InferenceError.self) { _ = try Network(path: path) }
    }
  }

  @Test func `a missing weight file is an error`() throws {
    let folder = try TinyNetwork.write()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.removeItem(atPath: folder + "/model.bin")
    #expect(throws: InferenceError.self) { _ = try Network(path: folder + "/model.xml") }
  }

  @Test func `another number of values is refused before the run`() throws {
    let folder = try TinyNetwork.write()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let network = try Network(path: folder + "/model.xml")
    #expect(throws: InferenceError.inputSize(expected: 12, found: 11)) {
      try network.run([UInt8](repeating: 0, count: 11))
    }
  }

  @Test func `an output that is not there is an error`() throws {
    let folder = try TinyNetwork.write()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let network = try Network(path: folder + "/model.xml")
    try network.run([UInt8](repeating: 0, count: 12))
    #expect(throws: InferenceError.self) { _ = try network.values(of: "product") }
  }
}
