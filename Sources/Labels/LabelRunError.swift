/// Why a label cannot be trained or used. Nothing that was stored before is lost.
package enum LabelRunError: Error, Hashable, Sendable {
  /// There is no label of this name.
  case noLabel(String)
  /// The examples do not do for any learner; sentences that say what is missing.
  case examples([String])
  /// One thing is marked yes and no; the files.
  case contradictions([String])
  /// The label learnt from embeddings of another scene network than the one that looks now.
  case otherNetwork(label: String, wanted: String, found: String?)
  /// What a version learnt cannot be read.
  case brokenVersion(label: String, detail: String)
  /// The user stopped it.
  case cancelled
}

extension LabelRunError: CustomStringConvertible {
  /// What is wrong, and what to do.
  package var description: String {
    switch self {
    case .noLabel(let name):
      "Label “\(name)” not found. Create it with `meridian label make`."
    case .examples(let sentences): sentences.joined(separator: " ")
    case .contradictions(let files):
      "The same item is marked both yes and no on \(files.prefix(5).joined(separator: ", "))"
        + "\(files.count > 5 ? " and \(files.count - 5) more" : ""): keep one of the two."
    case .otherNetwork(let label, let wanted, let found):
      "The label “\(label)” was trained with the scene model \(wanted), but the active one is "
        + "\(found ?? "no scene model"). Train it again."
    case .brokenVersion(let label, let detail):
      "The trained label “\(label)” cannot be read (\(detail)). Train it again."
    case .cancelled: "Stopped. The label has not changed."
    }
  }
}
