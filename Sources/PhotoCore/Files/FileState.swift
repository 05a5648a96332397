/// The one state that every file ends in. The raw values are part of the contract.
package enum FileState: String, Sendable, Codable, CaseIterable {
  /// Found, and not analysed yet: only while a run is going on or after it was interrupted.
  case pending
  /// A photo in the catalogue.
  case indexed
  /// The same bytes as an indexed photo, at another place.
  case duplicate
  /// Not a picture that Meridian reads: a video, a document, a device.
  case unsupported
  /// A picture that could not be used; see ``SetAsideReason``.
  case setAside = "set_aside"
  /// Was here once, and is gone.
  case missing
}
