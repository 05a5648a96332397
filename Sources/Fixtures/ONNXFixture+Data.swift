extension ONNXFixture {
  /// The file's bytes.
  package var data: [UInt8] {
    var graph = ProtobufWriter()
    for node in nodes { graph.message(1) { node.write(to: &$0) } }
    graph.text(2, "fixture")
    for tensor in initialisers { graph.message(5) { tensor.write(to: &$0) } }
    for value in inputs { graph.message(11) { value.write(to: &$0) } }
    for value in outputs { graph.message(12) { value.write(to: &$0) } }
    var model = ProtobufWriter()
    model.integer(1, 8)  // the version of the format that came with operator set 13 and later
    model.bytes(7, graph.data)
    for domain in Set(nodes.map(\.domain)).union([""]).sorted() {
      model.message(8) {
        $0.text(1, domain)
        $0.integer(2, domain.isEmpty ? operatorSet : 1)
      }
    }
    return model.data
  }
}

extension ONNXFixture.Value {
  fileprivate func write(to writer: inout ProtobufWriter) {
    writer.text(1, name)
    writer.message(2) { type in
      type.message(1) { tensor in
        tensor.integer(1, number.rawValue)
        tensor.message(2) { lengths in
          for (place, length) in shape.enumerated() {
            lengths.message(1) { dimension in
              if let length {
                dimension.integer(1, length)
              } else {
                dimension.text(2, "open\(place)")
              }
            }
          }
        }
      }
    }
  }
}

extension ONNXFixture.Tensor {
  fileprivate func write(to writer: inout ProtobufWriter) {
    for length in shape { writer.integer(1, length) }
    writer.integer(2, number.rawValue)
    writer.text(8, name)
    writer.bytes(9, bytes)
  }
}

extension ONNXFixture.Node {
  fileprivate func write(to writer: inout ProtobufWriter) {
    for name in inputs { writer.text(1, name) }
    for name in outputs { writer.text(2, name) }
    writer.text(3, "\(operation) of \(outputs.first ?? "")")
    writer.text(4, operation)
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      writer.message(5) { attribute in
        attribute.text(1, name)
        // Field 20 is the type, as `AttributeProto.AttributeType` counts them.
        switch value {
        case .float(let number):
          attribute.float(2, number)
          attribute.integer(20, 1)
        case .integer(let number):
          attribute.integer(3, number)
          attribute.integer(20, 2)
        case .text(let text):
          attribute.text(4, text)
          attribute.integer(20, 3)
        case .integers(let numbers):
          for number in numbers { attribute.integer(8, number) }
          attribute.integer(20, 7)
        }
      }
    }
    writer.text(7, domain)
  }
}
