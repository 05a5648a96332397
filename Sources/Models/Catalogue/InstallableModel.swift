public import PhotoCore
public import Recognition

/// A network that somebody published and that Meridian can fetch and add by itself.
///
/// Addresses and hashes are as published; that the files still lie there is not promised.
public struct InstallableModel: Hashable, Sendable {
  /// The id that it gets.
  public let id: String
  /// For people.
  public let name: String
  /// What it does.
  public let task: RecognitionTask
  /// Where its file is.
  public let address: String
  /// The file's SHA-256, 64 hexadecimal digits.
  public let sha256: String
  /// The file's length.
  public let byteCount: Int64
  /// The licence of the weights.
  public let licence: String
  /// What its authors measured.
  public let published: PublishedAccuracy
  /// How it is fed and read.
  public let preset: ModelPreset
  /// The structure of a Darknet network, whose file holds numbers only; nil for others.
  let architecture: DarknetArchitecture?
  /// What to know before choosing it.
  public let note: String
}
