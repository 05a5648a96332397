internal import CSodium
internal import PhotoCore
internal import Synchronization

/// Password hashes by argon2id.
///
/// Cost: two passes over 19 MiB, one lane; source: OWASP Password Storage Cheat Sheet, the second of
/// its equivalent settings. Verified one at a time (see ``WebApp``), so that a flood of sign-ins
/// costs no more than one processor and 19 MiB.
struct Passwords: Sendable {
  /// The shortest password that is taken, in characters.
  static let shortest = 10
  /// The longest, in bytes: enough for any sentence, not for a flood.
  static let longest = 1024

  private let passes: UInt64
  private let memory: Int
  /// A hash that no password has: verified where the name is unknown, so that both take as long.
  private let decoy: String

  /// - Parameters:
  ///   - passes: how often the memory is gone over.
  ///   - memory: in bytes. Tests take less of both.
  init(passes: UInt64 = 2, memory: Int = 19 << 20) {
    _ = sodium_init()
    self.passes = passes
    self.memory = memory
    decoy = Self.hash(SecureRandom.text(), passes: passes, memory: memory) ?? ""
  }

  /// The hash of a password, with its salt and cost, as text.
  ///
  /// - Returns: nil when there is no memory for it.
  func hash(_ password: String) -> String? {
    Self.hash(password, passes: passes, memory: memory)
  }

  /// Whether `password` has this hash. As slow for a nil hash, which no password has.
  func verify(_ password: String, against hash: String?) -> Bool {
    let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
    let matches = crypto_pwhash_str_verify(hash ?? decoy, bytes, UInt64(bytes.count)) == 0
    return matches && hash != nil
  }

  private static func hash(_ password: String, passes: UInt64, memory: Int) -> String? {
    let bytes = Array(password.utf8).map { CChar(bitPattern: $0) }
    var out = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
    guard
      crypto_pwhash_str_alg(
        &out, bytes, UInt64(bytes.count), passes, memory, crypto_pwhash_alg_argon2id13()) == 0
    else { return nil }
    return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// Random values that nobody can guess.
enum SecureRandom {
  /// `count` random bytes.
  static func bytes(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  /// 256 random bits as 64 hexadecimal digits.
  static func text() -> String { hexadecimal(bytes(32)) }

  /// Letters and digits that are not mistaken for each other, as `K7QM-2XWA`: 40 bits, which is
  /// enough for a code that is tried a few times a minute and lives in memory.
  static func code() -> String {
    let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
    let letters = bytes(8).map { alphabet[Int($0) % alphabet.count] }
    return String(letters[..<4]) + "-" + String(letters[4...])
  }
}
