import ArgumentParser
import Catalog
import Foundation
import Library

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a consistent copy of the catalogue, even during an import.",
    discussion: """
      Example:  meridian backup -o /media/backup/catalogue.sqlite

      To restore: stop Meridian, copy the backup into the library's folder as catalogue.sqlite, and \
      remove catalogue.sqlite-wal and -shm. The backup does not contain thumbnails, originals or \
      trained labels.
      """)

  @Option(name: .shortAndLong, help: "The file to write.")
  var output: String

  @Flag(name: .long, help: "Replace the file if it exists.")
  var overwrite = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      if FileManager.default.fileExists(atPath: output), !overwrite {
        throw ValidationError("\(output) already exists. Choose another name, or pass --overwrite.")
      }
      try options.openCatalogue().backup(to: output)
      print("Catalogue backed up to \(Terminal.printable(output))")
    }
  }
}
