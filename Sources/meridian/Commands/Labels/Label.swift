import ArgumentParser
import Catalog
import Labels
import Library
import Query

struct Label: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Create and train labels of your own, such as me or my dog.",
    discussion: """
      Examples:
        meridian label make me --of person
        meridian label mark me --yes 'person = 1 and file:IMG_01'
        meridian label mark me --no 'person and 2009'
        meridian label train me
        meridian find "me @ 90% and beach"
        meridian label review me

      A label is about the boxes of a class (--of person) or about whole photos. Mark some examples as \
      yes and some as no, train the label, and use its name in any query. Nothing leaves this \
      machine. Full guide: docs/labels.md.
      """,
    subcommands: [
      LabelList.self, LabelMake.self, LabelRename.self, LabelMarkCommand.self, LabelUndo.self,
      LabelExamples.self, LabelExport.self, LabelImport.self, LabelTrain.self, LabelReview.self,
      LabelUse.self, LabelThreshold.self, LabelDelete.self,
    ], defaultSubcommand: LabelList.self)
}

/// What commands about one label share: which, and in which library.
struct LabelArguments: ParsableArguments {
  @Argument(help: "The label's name.")
  var name: String

  @OptionGroup var options: LibraryOptions

  /// The label, and the catalogue that it is in.
  func open() throws -> (label: LabelRecord, catalogue: CatalogDatabase) {
    let catalogue = try options.openCatalogue()
    guard let found = try catalogue.labels.label(named: LabelName(name).name) else {
      throw LabelRunError.noLabel(name)
    }
    return (found, catalogue)
  }
}
