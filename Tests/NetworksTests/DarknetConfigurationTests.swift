import Fixtures
import Networks
import PhotoCore
import Recognition
import Testing

/// What a `.cfg` may say, and how what it may not is refused.
struct DarknetConfigurationTests {
  /// A configuration that is right: lines 1–4 and 5–7 and 8–11.
  private static let right = """
    [net]
    width=8
    height=8
    channels=3
    [convolutional]
    filters=6
    activation=linear
    [yolo]
    mask=0
    anchors=10,14
    classes=1
    """

  private static func place(_ section: String, _ layer: Int?, _ line: Int) -> DarknetPlace {
    DarknetPlace(section: section, layer: layer, line: line)
  }

  private func parse(_ old: String, _ new: String) throws -> DarknetConfiguration {
    #expect(Self.right.contains(old))
    return try DarknetConfiguration(parsing: Self.right.replacing(old, with: new))
  }

  private func expect(
    _ error: DarknetError, _ old: String, _ new: String,
    _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(throws: error, sourceLocation: location) { _ = try parse(old, new) }
  }

  /// The error when layers stand before the convolution of the right one, which is then at line 5.
  private func expect(
    _ error: DarknetError, before layers: String,
    _ location: SourceLocation = #_sourceLocation
  ) {
    expect(error, "[convolutional]", layers + "\n[convolutional]", location)
  }

  @Test func `a right configuration is read`() throws {
    let configuration = try DarknetConfiguration(parsing: Self.right)
    #expect(configuration.input == PixelSize(width: 8, height: 8))
    #expect(configuration.channels == 3)
    #expect(configuration.weightCount == 6 + 6 * 3)
    #expect(configuration.heads.map(\.output) == ["head0"])
  }

  @Test func `spaces, comments, empty lines and Windows line ends have no meaning`() throws {
    let text = Self.right.replacing("=", with: " = ").replacing(
      "\n", with: "\r\n\r\n# x=\r\n ;[y\r\n")
    #expect(
      try DarknetConfiguration(parsing: text).heads
        == DarknetConfiguration(parsing: Self.right).heads)
  }

  @Test func `options that only training reads are passed over`() throws {
    let text = "classes=1\njitter=.3\niou_loss=ciou\nrandom=1"
    #expect(try parse("classes=1", text).heads.count == 1)
  }

  @Test func `of an option that is repeated the first counts`() throws {
    #expect(try parse("width=8", "width=8\nwidth=16").input.width == 8)
  }

  @Test func `the input may have another size than the file says`() throws {
    let size = PixelSize(width: 16, height: 12)
    let head = try DarknetConfiguration(parsing: Self.right, input: size).heads[0]
    #expect(head.grid == size && head.input == size)
  }

  @Test func `an input size that no network has is refused`() {
    #expect(
      throws: DarknetError.shape(
        Self.place("net", nil, 1), detail: "the input would be 3 × 0 × 16")
    ) {
      _ = try DarknetConfiguration(parsing: Self.right, input: PixelSize(width: 16, height: 0))
    }
  }

  @Test func `a head knows its anchors, classes, grid and stride`() throws {
    let text = Self.right
      .replacing("filters=6", with: "filters=14\nstride=2")
      .replacing("mask=0", with: "mask = 2,0\nnum=3\nscale_x_y = 1.05")
      .replacing("10,14", with: "10,14, 23,27,  37,58")
      .replacing("classes=1", with: "classes=2")
    let head = try DarknetConfiguration(parsing: text).heads[0]
    #expect(head.mask == [2, 0])
    #expect(head.anchors.map(\.width) == [37, 10] && head.anchors.map(\.height) == [58, 14])
    #expect(head.shape == [2, 7, 4, 4] && head.stride == 2 && head.scaleXY == 1.05)
  }

  @Test func `without a mask all anchors count`() throws {
    #expect(try parse("mask=0\n", "").heads[0].mask == [0])
  }

  @Test(arguments: ["", "# nothing", "[convolutional]\nfilters=1", "[net]\nwidth=8"])
  func `a file that is no network is refused`(text: String) {
    #expect(throws: DarknetError.noNetwork) { _ = try DarknetConfiguration(parsing: text) }
  }

  @Test func `a line that is neither section nor option is named`() {
    expect(.syntax(line: 6, text: "filters 6"), "filters=6", "filters 6")
    expect(.syntax(line: 6, text: "=6"), "filters=6", "=6")
    expect(.syntax(line: 5, text: "[convolutional"), "[convolutional]", "[convolutional")
    #expect(throws: DarknetError.syntax(line: 1, text: "width=8")) {
      _ = try DarknetConfiguration(parsing: "width=8\n[net]")
    }
  }

  @Test(arguments: ["region", "connected", "reorg", "crop", "sam"])
  func `a section that is not known is named`(name: String) {
    expect(.unknownSection(Self.place(name, 0, 5)), before: "[\(name)]")
  }

  @Test func `a network without a head is refused`() {
    expect(.noHead, "[yolo]", "[dropout]")
  }

  @Test(arguments: ["width", "height", "channels"])
  func `the input's size must be there`(option: String) {
    expect(
      .missingOption(Self.place("net", nil, 1), option: option), "\(option)=", "no_\(option)=")
  }

  @Test func `the layers that are read must be there`() {
    expect(.missingOption(Self.place("route", 0, 5), option: "layers"), before: "[route]")
    expect(.missingOption(Self.place("shortcut", 0, 5), option: "from"), before: "[shortcut]")
    expect(.missingOption(Self.place("yolo", 1, 8), option: "anchors"), "anchors=10,14\n", "")
  }

  @Test(arguments: ["0", "-1", "x", "1.5", "65537", "99999999999999999999", ""])
  func `a number that makes no sense is refused with its line`(value: String) {
    expect(
      .badOption(
        Self.place("convolutional", 0, 6), option: "filters", value: value,
        wanted: "a whole number from 1 to 65536"), "filters=6", "filters=\(value)")
  }

  @Test func `lists that make no sense are refused with their line`() {
    let anchors = "pairs of numbers above 0, `num` of them"
    for value in ["10,14,5", "10", "10,,14", "10,x", "10,-4", "10,inf"] {
      expect(
        .badOption(
          Self.place("yolo", 1, 10), option: "anchors", value: value, wanted: anchors),
        "anchors=10,14", "anchors=\(value)")
    }
    expect(
      .badOption(
        Self.place("yolo", 1, 9), option: "mask", value: "1",
        wanted: "numbers of anchors, 0 to 0"), "mask=0", "mask=1")
    expect(
      .badOption(
        Self.place("yolo", 1, 12), option: "scale_x_y", value: "0", wanted: "a number above 0"),
      "classes=1", "classes=1\nscale_x_y=0")
  }

  @Test func `a list may end with a comma`() throws {
    #expect(try parse("mask=0", "mask=0,").heads[0].mask == [0])
  }

  @Test(arguments: [
    ("convolutional", "xnor=1"), ("convolutional", "dilation=2"), ("convolutional", "stride_x=2"),
    ("convolutional", "antialiasing=1"), ("convolutional", "activation=swish"),
    ("maxpool", "maxpool_depth=1"), ("upsample", "scale=2"),
  ])
  func `an option that would change the result is refused`(section: String, option: String) {
    let parts = option.split(separator: "=").map(String.init)
    expect(
      .unsupportedOption(Self.place(section, 0, 6), option: parts[0], value: parts[1]),
      before: "[\(section)]\n\(option)")
  }

  @Test func `coordinates of the newer kind and weighted sums are refused`() {
    expect(
      .unsupportedOption(Self.place("yolo", 1, 12), option: "new_coords", value: "1"),
      "classes=1", "classes=1\nnew_coords=1")
    expect(
      .unsupportedOption(
        Self.place("shortcut", 1, 9), option: "weights_type", value: "per_feature"),
      before: "[convolutional]\nfilters=3\n[shortcut]\nfrom=-1\nweights_type=per_feature")
  }

  @Test func `such an option may have the value that changes nothing`() throws {
    #expect(try parse("filters=6", "filters=6\nxnor=0\ndilation=1").heads.count == 1)
    #expect(try parse("[yolo]", "[upsample]\nstride=1\nscale=1.0\n[yolo]").heads.count == 1)
  }

  @Test(arguments: [0, 1, -1, -2, 7, Int.min, Int.max])
  func `a layer that does not stand before is refused`(number: Int) {
    expect(
      .noSuchLayer(Self.place("route", 0, 6), reference: number),
      before: "[route]\nlayers=\(number)")
  }

  @Test func `a sum of two sizes is refused`() {
    expect(
      .shape(
        Self.place("shortcut", 2, 10),
        detail: "4 × 8 × 8 cannot be added to 3 × 8 × 8 of layer 0"),
      before:
        "[convolutional]\nfilters=3\n[convolutional]\nfilters=4\n[shortcut]\nfrom=-2")
  }

  @Test func `layers of two sizes do not lie beside each other`() {
    expect(
      .shape(
        Self.place("route", 2, 11),
        detail: "2 × 4 × 4 of layer 1 does not lie beside 3 × 8 × 8 of layer 0"),
      before:
        "[convolutional]\nfilters=3\n[convolutional]\nfilters=2\nstride=2\n[route]\nlayers=-1,0"
    )
  }

  @Test func `channels must divide into the groups`() {
    expect(
      .shape(
        Self.place("route", 1, 9), detail: "5 channels cannot be cut into 2 groups"),
      before: "[convolutional]\nfilters=5\n[route]\nlayers=-1\ngroups=2")
    expect(
      .shape(
        Self.place("convolutional", 0, 7),
        detail: "3 channels and 6 filters cannot be cut into 2 groups"),
      "filters=6", "filters=6\ngroups=2")
  }

  @Test func `a part beyond the groups is refused`() {
    expect(
      .badOption(
        Self.place("route", 1, 10), option: "group_id", value: "2",
        wanted: "a whole number from 0 to 1"),
      before: "[convolutional]\nfilters=4\n[route]\nlayers=-1\ngroups=2\ngroup_id=2")
  }

  @Test func `a window larger than its map is refused`() {
    expect(
      .shape(
        Self.place("convolutional", 0, 5), detail: "a window of 9 is larger than 3 × 8 × 8"),
      "filters=6", "filters=6\nsize=9")
  }

  @Test func `padding beyond the window is refused`() {
    expect(
      .badOption(
        Self.place("maxpool", 0, 7), option: "padding", value: "3",
        wanted: "a whole number from 0 to 2"), before: "[maxpool]\nsize=2\npadding=3")
  }

  @Test func `a head needs as many channels as its anchors and classes say`() {
    expect(
      .shape(
        Self.place("yolo", 1, 8), detail: "1 anchors and 80 classes need 85 channels, not 6"),
      "classes=1", "classes=80")
  }

  @Test func `nothing reads a head`() {
    expect(
      .shape(Self.place("upsample", 2, 12), detail: "it reads layer 1, which is a [yolo]"),
      "classes=1", "classes=1\n[upsample]")
  }

  @Test func `sizes that grow beyond measure are refused`() {
    let doubling = String(repeating: "[upsample]\nstride=64\n", count: 3)
    expect(
      .shape(Self.place("upsample", 2, 9), detail: "its output would be 3 × 2097152 × 2097152"),
      before: doubling)
  }

  @Test func `the sentence names layer, section and line`() {
    let error = DarknetError.unsupportedOption(
      Self.place("convolutional", 12, 130), option: "xnor", value: "1")
    #expect("\(error)".hasSuffix("xnor=1: layer 12 [convolutional], line 130."))
  }

  @Test func `a file that is no text, or far too long, is refused`() throws {
    let folder = try TemporaryFolder()
    let binary = try folder.write([0, 2, 0, 0, 0xff, 0xfe], to: "binary.cfg")
    #expect(throws: DarknetError.unreadable(path: binary, detail: "it is not text")) {
      _ = try DarknetConfiguration(path: binary)
    }
    let long = try folder.write(Array(repeating: 32, count: 1_048_577), to: "long.cfg")
    #expect(
      throws: DarknetError.unreadable(
        path: long, detail: "1048577 bytes are too many for a .cfg")
    ) { _ = try DarknetConfiguration(path: long) }
    #expect(throws: DarknetError.self) {
      _ = try DarknetConfiguration(path: folder.path("missing.cfg"))
    }
    let right = try folder.write(Array(Self.right.utf8), to: "right.cfg")
    #expect(try DarknetConfiguration(path: right).heads.count == 1)
  }
}
