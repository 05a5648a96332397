import ArgumentParser
import Catalog
import Foundation
import Library
import PhotoCore
import Web

struct Accounts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the web app's accounts, or set a new password.",
    discussion: """
      Examples:
        meridian accounts
        meridian accounts password ana
      """, subcommands: [AccountList.self, AccountPassword.self],
    defaultSubcommand: AccountList.self)
}

struct AccountList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the web app's accounts.")

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let users = try options.openCatalogue().accounts.all()
      guard !users.isEmpty else {
        print("There are no accounts yet. Run `meridian serve` to create the first one.")
        return
      }
      for user in users {
        let state = user.isDisabled ? ", disabled" : ""
        print("\(Terminal.printable(user.name)): \(user.role.rawValue)\(state)")
      }
    }
  }
}

struct AccountPassword: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "password",
    abstract: "Set an account's password. This ends its sessions.",
    discussion: "The new password is read from the terminal or from standard input.")

  @Argument(help: "The account's name.")
  var name: String

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      let catalogue = try options.openCatalogue()
      guard let user = try catalogue.accounts.credentials(of: name)?.user else {
        throw ValidationError("Account “\(name)” not found. List them with `meridian accounts`.")
      }
      let password = try Self.readPassword(for: user.name)
      try catalogue.accounts.setPassword(
        try AccountPasswords.hash(password, for: user.name), of: user.id, keeping: nil)
      print("Password of \(Terminal.printable(user.name)) set. All its sessions have ended.")
    }
  }

  /// Without showing it, where there is a terminal.
  private static func readPassword(for name: String) throws -> String {
    guard isatty(0) == 1 else { return readLine() ?? "" }
    guard let typed = getpass("New password for \(Terminal.printable(name)): ") else { return "" }
    let first = String(cString: typed)
    guard let again = getpass("Again: "), String(cString: again) == first else {
      throw ValidationError("The passwords do not match. Try again.")
    }
    return first
  }
}
