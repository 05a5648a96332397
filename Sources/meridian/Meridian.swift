import ArgumentParser

/// The command line. One file for each command; no logic here.
@main
struct Meridian: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meridian",
    abstract: "A self-hosted atlas of your photos: what they show, when and where.",
    discussion: """
      Start with `meridian add FOLDER`: nothing is copied, and photos are never changed. Then search: \
      `meridian find "beach and person and 2014"`, or open the web app with `meridian serve`.

      Exit codes: 0 success, 1 failure (the message says why and what to do), 64 invalid command line, \
      130 stopped with Ctrl-C (the next run continues where this one stopped).
      """,
    version: Version.text,
    subcommands: [
      Add.self, Import.self, Status.self, Files.self, Retry.self, Find.self, Searches.self,
      Favourite.self, Rate.self, Label.self, Time.self, Geotag.self, Changes.self, Undo.self,
      Report.self, Export.self, Serve.self, Accounts.self, Backup.self, Doctor.self, Index.self,
      ModelsGroup.self, Evaluate.self,
      Analyze.self, AnalyzeAgain.self,
      Bench.self,
    ])
}

/// The program's own version: the newest one of `CHANGELOG.md`, as `make lint` checks.
enum Version {
  static let text = "0.5.0"
}
