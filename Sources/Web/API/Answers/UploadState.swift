internal import PhotoCore

/// How much of a file has come, and what became of it.
struct UploadState: Sendable {
  /// The words are part of the contract.
  enum State: String, Sendable, CaseIterable {
    /// Nothing has come.
    case none
    /// A part has.
    case partial
    /// All of it, and it waits to be imported.
    case stored
    /// It is a photo of the library.
    case indexed
    /// It is no picture that Meridian reads.
    case unsupported
    /// It could not be used.
    case setAside = "set_aside"
  }

  let state: State
  /// Bytes that have come; 0 once all is stored.
  let received: Int64
  /// The photo's row id; nil where there is none.
  let photo: Int64?
  /// Why it was set aside.
  let reason: SetAsideReason?

  init(
    _ state: State, received: Int64 = 0, photo: Int64? = nil, reason: SetAsideReason? = nil
  ) {
    self.state = state
    self.received = received
    self.photo = photo
    self.reason = reason
  }

  static let shape = Shape<UploadState>.object([
    .field("received", .integer) { $0.received }, .field("state", .word) { $0.state },
    .field("photo", .optional(.integer)) { $0.photo },
    .field("reason", .optional(.word)) { $0.reason },
    .field("sentence", .optional(.string)) { $0.reason?.sentence },
  ]).named("Upload")
}
