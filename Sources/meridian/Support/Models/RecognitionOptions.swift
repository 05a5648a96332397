import ArgumentParser

/// How the models of an import analyse photos.
struct RecognitionOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: """
      Also run the detector on overlapping tiles this time: finds small objects, takes three times as \
      long per photo. To always do so: meridian models thorough on.
      """)
  var thorough = false
}
