/// How a network's outputs are read.
package struct ModelDecoding: Hashable, Sendable {
  /// The families of networks; each has a decoder of its own.
  package enum Family: String, Sendable, Codable, CaseIterable {
    /// `boxes` [n, 4] (top, left, bottom, right in fractions) and `scores` [n, classes].
    case ssdDecoded = "ssd-decoded"
    /// SSD with its own suppression: boxes [1, n, 4] (top, left, bottom, right in fractions), scores
    /// [1, n], class ids [1, n], and a count [1].
    case ssdSuppressed = "ssd-nms"
    /// OpenVINO's `DetectionOutput`: [1, 1, n, 7] of picture, class, score, left, top, right, bottom.
    case detectionOutput = "detection-output"
    /// The heads of YOLOv3 and YOLOv4, as Darknet's numbers; see ``YOLOHead``.
    case darknet = "darknet-yolo"
    /// YOLOv5: [1, n, 5 + classes] of centre, size, objectness and class probabilities.
    case yolov5
    /// YOLOv8 and YOLO11: [1, 4 + classes, n] of centre, size and class probabilities.
    case yolov8
    /// YOLOX: [1, n, 5 + classes], centre and size relative to the cells of its grids.
    case yolox
    /// DETR and its heirs: class logits [1, n, classes] and boxes [1, n, 4] of centre and size in
    /// fractions.
    case detr
    /// Boxes [1, n, 4 + classes] of left, top, right, bottom in pixels and class probabilities.
    case cornerBoxes = "corner-boxes"
    /// Probabilities or logits [1, classes], and perhaps an embedding [1, dimensions].
    case classifier
  }

  /// What makes probabilities of the class numbers.
  package enum Activation: String, Sendable, Codable, CaseIterable {
    /// They are probabilities already.
    case none
    case sigmoid
    case softmax
  }

  /// The family.
  package var family: Family
  /// What makes probabilities of the class numbers.
  package var activation: Activation
  /// How many numbers before the first class belong to a background class: 0 or 1.
  package var backgroundCount: Int
  /// How many numbers behind the last class belong to "no object", as DETR has it: 0 or 1.
  package var noObjectCount: Int
  /// The network's id of each class, in the order of the labels, where it gives ids with gaps; nil
  /// where ids are places among the labels, from 0 (after ``backgroundCount``).
  package var classIDs: [Int]?
  /// Names of the outputs by what they hold: `boxes`, `scores`, `classes`, `count`, `probabilities`,
  /// `embedding`, `output`. What is missing is called so itself.
  package var roles: [String: String]
  /// Pixels of the input to a cell of each grid, coarser and coarser; only for ``Family/yolox``.
  package var strides: [Int]
  /// The heads, only for ``Family/darknet``.
  package var heads: [YOLOHead]
  /// The least objectness where a box goes by objectness and gets its most probable class only, as
  /// Meridian's ancestor did; nil for the usual confidence; only for ``Family/darknet``.
  package var minimumObjectness: Double?

  package init(
    family: Family, activation: Activation = .none, backgroundCount: Int = 0,
    noObjectCount: Int = 0, classIDs: [Int]? = nil, roles: [String: String] = [:],
    strides: [Int] = [], heads: [YOLOHead] = [], minimumObjectness: Double? = nil
  ) {
    self.family = family
    self.activation = activation
    self.backgroundCount = backgroundCount
    self.noObjectCount = noObjectCount
    self.classIDs = classIDs
    self.roles = roles
    self.strides = strides
    self.heads = heads
    self.minimumObjectness = minimumObjectness
  }

  /// The name of the output that holds something.
  package func output(_ role: String) -> String { roles[role] ?? role }
}

extension ModelDecoding: Codable {
  private enum CodingKeys: String, CodingKey {
    case family, activation, roles, strides, heads
    case backgroundCount = "background_count"
    case noObjectCount = "no_object_count"
    case classIDs = "class_ids"
    case minimumObjectness = "minimum_objectness"
  }

  /// Reads what ``encode(to:)`` writes, or the family's name alone, as the first records had it.
  package init(from decoder: any Decoder) throws {
    if let family = try? decoder.singleValueContainer().decode(Family.self) {
      self.init(family: family)
      return
    }
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      family: try values.decode(Family.self, forKey: .family),
      activation: try values.decodeIfPresent(Activation.self, forKey: .activation) ?? .none,
      backgroundCount: try values.decodeIfPresent(Int.self, forKey: .backgroundCount) ?? 0,
      noObjectCount: try values.decodeIfPresent(Int.self, forKey: .noObjectCount) ?? 0,
      classIDs: try values.decodeIfPresent([Int].self, forKey: .classIDs),
      roles: try values.decodeIfPresent([String: String].self, forKey: .roles) ?? [:],
      strides: try values.decodeIfPresent([Int].self, forKey: .strides) ?? [],
      heads: try values.decodeIfPresent([YOLOHead].self, forKey: .heads) ?? [],
      minimumObjectness: try values.decodeIfPresent(Double.self, forKey: .minimumObjectness))
  }

  /// Writes what is not the usual.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(family, forKey: .family)
    if activation != .none { try values.encode(activation, forKey: .activation) }
    if backgroundCount != 0 { try values.encode(backgroundCount, forKey: .backgroundCount) }
    if noObjectCount != 0 { try values.encode(noObjectCount, forKey: .noObjectCount) }
    try values.encodeIfPresent(classIDs, forKey: .classIDs)
    if !roles.isEmpty { try values.encode(roles, forKey: .roles) }
    if !strides.isEmpty { try values.encode(strides, forKey: .strides) }
    if !heads.isEmpty { try values.encode(heads, forKey: .heads) }
    try values.encodeIfPresent(minimumObjectness, forKey: .minimumObjectness)
  }
}
