/// Writes Protocol Buffers by hand: enough of the format for ``ONNXFixture``.
struct ProtobufWriter {
  /// What is written so far.
  private(set) var data: [UInt8] = []

  /// An integer, as a number of seven bits a byte.
  mutating func integer(_ field: Int, _ value: Int) {
    tag(field, wire: 0)
    variable(UInt64(bitPattern: Int64(value)))
  }

  /// A 32-bit float.
  mutating func float(_ field: Int, _ value: Float) {
    tag(field, wire: 5)
    data += littleEndian(value.bitPattern)
  }

  /// Text in UTF-8; the empty one is left out, as the format has it.
  mutating func text(_ field: Int, _ value: String) {
    if !value.isEmpty { bytes(field, Array(value.utf8)) }
  }

  /// Bytes behind their number.
  mutating func bytes(_ field: Int, _ value: [UInt8]) {
    tag(field, wire: 2)
    variable(UInt64(value.count))
    data += value
  }

  /// A message within this one.
  mutating func message(_ field: Int, _ write: (inout ProtobufWriter) -> Void) {
    var inner = ProtobufWriter()
    write(&inner)
    bytes(field, inner.data)
  }

  private mutating func tag(_ field: Int, wire: UInt64) {
    variable(UInt64(field) << 3 | wire)
  }

  private mutating func variable(_ value: UInt64) {
    var rest = value
    while rest > 0x7F {
      data.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    data.append(UInt8(rest))
  }
}

/// The bytes of a number, the least significant first.
func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian) { Array($0) }
}
