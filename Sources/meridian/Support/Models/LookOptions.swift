import ArgumentParser

/// How the networks of an import look at photos.
struct LookOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: """
      Look for objects in overlapping tiles, too, this time: for tiny things, three times as long a \
      photo. For always: meridian models thorough on.
      """)
  var thorough = false
}
