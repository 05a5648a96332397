import ArgumentParser
import Catalog
import Foundation
import Library

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a consistent copy of the catalogue, also while a run is going on.",
    discussion: """
      Example:  meridian backup -o /media/backup/catalogue.sqlite

      To restore, put the copy into the library's folder as catalogue.sqlite while no Meridian runs, \
      and remove catalogue.sqlite-wal and -shm. Thumbnails, originals and the networks of labels are not \
      in it.
      """)

  @Option(name: .shortAndLong, help: "The file to write.")
  var output: String

  @Flag(name: .long, help: "Replace the file if it exists.")
  var overwrite = false

  @OptionGroup var options: LibraryOptions

  func run() throws {
    try Failure.explained {
      if FileManager.default.fileExists(atPath: output), !overwrite {
        throw ValidationError("\(output) exists already. Choose another name, or pass --overwrite.")
      }
      try options.openCatalogue().backup(to: output)
      print("The catalogue is backed up in \(Terminal.printable(output))")
    }
  }
}
