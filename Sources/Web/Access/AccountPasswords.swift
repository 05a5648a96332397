/// Passwords of accounts, for the command line: the same rules and hashes as in the web app.
package enum AccountPasswords {
  /// The hash of a new password.
  ///
  /// - Throws: ``PasswordRefusal`` for one that is not taken.
  package static func hash(_ password: String, for name: String) throws -> String {
    if let why = refusal(of: password, for: name) { throw PasswordRefusal(description: why) }
    guard let hash = Passwords().hash(password) else {
      throw PasswordRefusal(description: "Not enough memory to hash the password. Try again.")
    }
    return hash
  }

  /// Why a password is not taken, in a sentence; nil for a good one.
  static func refusal(of password: String, for name: String) -> String? {
    if password.count < Passwords.shortest {
      return
        "The password must have at least \(Passwords.shortest) characters. A few words work well."
    }
    if password.utf8.count > Passwords.longest { return "The password is too long." }
    if password.lowercased() == name.lowercased() {
      return "The password must differ from the name."
    }
    return nil
  }
}

/// Why a password was not taken.
package struct PasswordRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// A sentence for the user.
  package let description: String
}
