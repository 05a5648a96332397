public import PhotoCore

/// Tells which label a picture bears and whether a class is it.
public struct SceneLabels: Sendable {
  private let names: [String: Set<String>]

  /// - Parameter labels: the classifier's classes.
  public init(_ labels: LabelSet) {
    names = Dictionary(
      labels.classes.map { ($0.name, Set(([$0.name] + $0.synonyms).map(Self.plain))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The label in a file's name (`n02100877_Irish_setter.JPEG`) or, failing that, of its folder.
  ///
  /// - Parameter path: relative to the folder of all pictures.
  /// - Returns: nil where neither is a class.
  public func label(ofFile path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    guard let file = parts.last else { return nil }
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    let behind = stem.firstIndex(of: "_").map { String(stem[stem.index(after: $0)...]) }
    let candidates = [behind, parts.dropLast().last].compactMap { $0 }.map(Self.plain)
    return candidates.first { label in names.values.contains { $0.contains(label) } }
  }

  /// Whether the class has this label among its names.
  public func matches(_ className: String, _ label: String) -> Bool {
    names[className]?.contains(label) ?? false
  }

  /// Lower-case letters and digits only, so that `jack-o'-lantern` is `jack_o_lantern`.
  private static func plain(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}

/// Counts right answers among the best and the best five.
public struct SceneScoreCount: Hashable, Sendable {
  /// Pictures so far.
  public private(set) var count = 0
  private var first = 0
  private var five = 0

  /// Nothing counted.
  public init() {}

  /// Counts one picture by its best classes, surest first.
  public mutating func add(best: [String], isRight: (String) -> Bool) {
    count += 1
    if let top = best.first, isRight(top) { first += 1 }
    if best.prefix(5).contains(where: isRight) { five += 1 }
  }

  /// The share whose best class is right, 0...1; 0 without pictures.
  public var top1: Double { count == 0 ? 0 : Double(first) / Double(count) }
  /// The share with the right class among the best five, 0...1; 0 without pictures.
  public var top5: Double { count == 0 ? 0 : Double(five) / Double(count) }
}
