import ArgumentParser

/// The command line. One file for each command; no logic here.
@main
struct Meridian: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meridian",
    abstract: "A self-hosted atlas of your photos: what is on them, when and where.",
    discussion: """
      Start with `meridian add FOLDER`: nothing is copied, and no photo is ever changed. Then ask: \
      `meridian find "beach and person and 2014"`, or open the web app with `meridian serve`.

      Exit codes: 0 done, 1 failed (the message says why and what to do), 64 the command was not \
      understood, 130 stopped with Ctrl-C (the next run goes on where this one stopped).
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
