/// What the analysis found out about one file: a line of `meridian analyze`.
package struct Finding: Hashable, Sendable {
  /// The file as it was asked for.
  package let path: FilePath
  /// Size of the file in bytes; nil where it could not be opened.
  package let bytes: Int64?
  /// SHA-256 of the bytes; nil where they were not read to the end.
  package let sha256: ContentHash?
  /// What became of it.
  package let outcome: Outcome

  package init(path: FilePath, bytes: Int64?, sha256: ContentHash?, outcome: Outcome) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
    self.outcome = outcome
  }

  /// The ends that an analysis can come to.
  package enum Outcome: Hashable, Sendable {
    /// A picture, decoded to its last byte and looked at by the networks.
    case photo(PhotoFinding)
    /// Not a picture that Meridian reads; `kind` names it where known (`mp4`).
    case unsupported(kind: String?)
    /// A picture that could not be used; `detail` holds the decoder's own words, for experts.
    case setAside(SetAsideReason, detail: String?)
    /// Only the hash was asked for.
    case identified
    /// The photo that was expected; only what networks see was asked for.
    case recognised(PhotoRecognition)
    /// The file was there when it was listed, and is not any more.
    case gone
  }
}

extension Finding: Codable {
  private enum CodingKeys: String, CodingKey {
    case path, bytes, sha256, outcome, kind, reason, detail, photo, recognition
  }

  private enum OutcomeName: String, Codable {
    case photo, unsupported, identified, recognised, gone
    case setAside = "set_aside"
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    path = try values.decode(FilePath.self, forKey: .path)
    bytes = try values.decodeIfPresent(Int64.self, forKey: .bytes)
    sha256 = try values.decodeIfPresent(ContentHash.self, forKey: .sha256)
    outcome =
      switch try values.decode(OutcomeName.self, forKey: .outcome) {
      case .photo: .photo(try values.decode(PhotoFinding.self, forKey: .photo))
      case .unsupported:
        .unsupported(kind: try values.decodeIfPresent(String.self, forKey: .kind))
      case .setAside:
        .setAside(
          try values.decode(SetAsideReason.self, forKey: .reason),
          detail: try values.decodeIfPresent(String.self, forKey: .detail))
      case .identified: .identified
      case .recognised:
        .recognised(try values.decode(PhotoRecognition.self, forKey: .recognition))
      case .gone: .gone
      }
  }

  /// Writes one flat object: `path`, `bytes`, `sha256` and `outcome` (`photo`, `unsupported`,
  /// `set_aside`, `identified`, `recognised`, `gone`), with `photo`, `kind`, `recognition`, or `reason`
  /// and `detail` beside it.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(path, forKey: .path)
    try values.encode(bytes, forKey: .bytes)
    try values.encode(sha256, forKey: .sha256)
    switch outcome {
    case .photo(let photo):
      try values.encode(OutcomeName.photo, forKey: .outcome)
      try values.encode(photo, forKey: .photo)
    case .unsupported(let kind):
      try values.encode(OutcomeName.unsupported, forKey: .outcome)
      try values.encode(kind, forKey: .kind)
    case .setAside(let reason, let detail):
      try values.encode(OutcomeName.setAside, forKey: .outcome)
      try values.encode(reason, forKey: .reason)
      try values.encode(detail, forKey: .detail)
    case .identified: try values.encode(OutcomeName.identified, forKey: .outcome)
    case .recognised(let recognition):
      try values.encode(OutcomeName.recognised, forKey: .outcome)
      try values.encode(recognition, forKey: .recognition)
    case .gone: try values.encode(OutcomeName.gone, forKey: .outcome)
    }
  }
}

/// What the analysis found in a picture.
package struct PhotoFinding: Hashable, Sendable, Codable {
  /// What kind of picture.
  package let format: PictureFormat
  /// Size of the upright picture at full scale.
  package let size: PixelSize
  /// What EXIF says of how the picture is stored. HEIC and AVIF files rotate themselves as well.
  package let orientation: Orientation
  /// When the bytes say that it was taken; a date in the file's name is not looked at here.
  package let taken: CaptureTime?
  /// Where the bytes say that it was taken.
  package let position: Position?
  /// What took it.
  package let camera: Camera?
  /// What is wrong with it; nil for a sound picture.
  package let warning: PhotoWarning?
  /// What the networks saw; nil where the analysis ran without networks.
  package let recognition: PhotoRecognition?
  /// The average colour of the upright picture, 0xRRGGBB of sRGB; nil where it was not measured.
  package let colour: UInt32?

  package init(
    format: PictureFormat, size: PixelSize, orientation: Orientation, taken: CaptureTime?,
    position: Position?, camera: Camera?, warning: PhotoWarning?, recognition: PhotoRecognition?,
    colour: UInt32? = nil
  ) {
    self.format = format
    self.size = size
    self.orientation = orientation
    self.taken = taken
    self.position = position
    self.camera = camera
    self.warning = warning
    self.recognition = recognition
    self.colour = colour
  }
}

/// What the networks saw in a picture, and which networks they were.
package struct PhotoRecognition: Hashable, Sendable {
  /// The id of the detector's record; nil where none looked.
  package let detector: String?
  /// Objects above the storage floor, surest first.
  package let objects: [DetectedObject]
  /// The id of the classifier's record; nil where none looked.
  package let classifier: String?
  /// The best scenes, surest first.
  package let scenes: [SceneScore]
  /// The classifier's embedding: IEEE half-precision numbers, little-endian. In JSON, hexadecimal. Nil
  /// where the classifier has none.
  package let embedding: EmbeddingBytes?
  /// Whether objects were also looked for in tiles of the photo.
  package let isThorough: Bool

  package init(
    detector: String?, objects: [DetectedObject], classifier: String?, scenes: [SceneScore],
    embedding: EmbeddingBytes?, isThorough: Bool = false
  ) {
    self.detector = detector
    self.objects = objects
    self.classifier = classifier
    self.scenes = scenes
    self.embedding = embedding
    self.isThorough = isThorough
  }
}

extension PhotoRecognition: Codable {
  private enum CodingKeys: String, CodingKey {
    case detector, objects, classifier, scenes, embedding
    case isThorough = "is_thorough"
  }

  /// Reads a line of `meridian analyze`; one without `is_thorough` was written before there were tiles.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      detector: try values.decodeIfPresent(String.self, forKey: .detector),
      objects: try values.decode([DetectedObject].self, forKey: .objects),
      classifier: try values.decodeIfPresent(String.self, forKey: .classifier),
      scenes: try values.decode([SceneScore].self, forKey: .scenes),
      embedding: try values.decodeIfPresent(EmbeddingBytes.self, forKey: .embedding),
      isThorough: try values.decodeIfPresent(Bool.self, forKey: .isThorough) ?? false)
  }
}

/// An embedding as it is stored: IEEE half-precision numbers, little-endian, two bytes each.
package struct EmbeddingBytes: Hashable, Sendable {
  /// Two bytes for each dimension.
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }
}

extension EmbeddingBytes: Codable {
  /// Reads hexadecimal digits.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let bytes = [UInt8](hexadecimal: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not hexadecimal")
    }
    self.bytes = bytes
  }

  /// Writes hexadecimal digits: as easy to read back in any language as base 64, and exact.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hexadecimal(bytes))
  }
}
