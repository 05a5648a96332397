package import PhotoCore
package import Recognition

/// A network that somebody published and that Meridian can fetch and add by itself.
///
/// Addresses and hashes are as published; that the files still lie there is not promised.
package struct InstallableModel: Hashable, Sendable {
  /// The id that it gets.
  package let id: String
  /// For people.
  package let name: String
  /// What it does.
  package let task: RecognitionTask
  /// Where its file is.
  package let address: String
  /// The file's SHA-256, 64 hexadecimal digits.
  package let sha256: String
  /// The file's length.
  package let byteCount: Int64
  /// The licence of the weights.
  package let licence: String
  /// What its authors measured.
  package let published: PublishedAccuracy
  /// How it is fed and read.
  package let preset: ModelPreset
  /// The structure of a Darknet network, whose file holds numbers only; nil for others.
  let architecture: DarknetArchitecture?
  /// What to know before choosing it.
  package let note: String
}
