package import PhotoCore

/// Tells which of a classifier's classes a picture shows in truth.
package struct SceneLabels: Sendable {
  /// The classes that bear each name: ImageNet has two kinds of crane and two of maillot.
  private let classes: [String: Set<Int>]
  private let count: Int

  /// - Parameter labels: the classifier's classes.
  package init(_ labels: LabelSet) {
    var classes: [String: Set<Int>] = [:]
    for (index, label) in labels.classes.enumerated() {
      for name in [label.name] + label.synonyms {
        classes[Self.plain(name), default: []].insert(index)
      }
    }
    self.classes = classes
    count = labels.classes.count
  }

  /// The classes of a name or synonym, or of a number from 0; empty where there is no such class.
  package func classes(named label: String) -> Set<Int> {
    if let index = Int(label) { return index >= 0 && index < count ? [index] : [] }
    return classes[Self.plain(label)] ?? []
  }

  /// The classes in a file's name (`n02100877_Irish_setter.JPEG`) or, failing that, of its folder.
  ///
  /// - Parameter path: relative to the folder of all pictures.
  /// - Returns: empty where neither is a class.
  package func classes(ofFile path: String) -> Set<Int> {
    let parts = path.split(separator: "/").map(String.init)
    guard let file = parts.last else { return [] }
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    let behind = stem.firstIndex(of: "_").map { String(stem[stem.index(after: $0)...]) }
    return [behind, parts.dropLast().last].lazy.compactMap { $0 }
      .compactMap { self.classes[Self.plain($0)] }.first ?? []
  }

  /// Lower-case letters and digits only, so that `jack-o'-lantern` is `jack_o_lantern`.
  private static func plain(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
