// swift-tools-version: 6.2
import PackageDescription

// The OpenVINO runtime is unpacked beside the sources by `make`; see scripts/install-openvino.sh.
let openVINO = Context.environment["OPENVINO_DIR"] ?? "\(Context.packageDirectory)/.deps/openvino"

// Warnings end a build where `.ci/run` says so, and only there: a newer compiler warns of more, and that
// must not keep anybody from building. Dependencies are not concerned.
let warningsAreErrors = Context.environment["MERIDIAN_WARNINGS"] == "error"

let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

let strictC: [CSetting] =
  [.enableWarning("all"), .enableWarning("extra")]
  + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, exclude: exclude,
    // What is tested is optimized; optimizing the tests would double the time that they take to build.
    swiftSettings: strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))])
}

let package = Package(
  name: "meridian",
  products: [.executable(name: "meridian", targets: ["meridian"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
  ],
  targets: [
    // C libraries, one module each. `shim.h` says why each function of ours is needed.
    .systemLibrary(name: "CVips", pkgConfig: "vips", providers: [.apt(["libvips-dev"])]),
    .target(
      name: "CImaging", dependencies: ["CVips"], cSettings: strictC,
      linkerSettings: [.linkedLibrary("jpeg"), .linkedLibrary("turbojpeg")]),
    .target(name: "CLinux", cSettings: strictC),
    .target(
      name: "COpenVINO",
      cSettings: strictC + [.unsafeFlags(["-isystem", "\(openVINO)/include"])],
      linkerSettings: [
        .unsafeFlags([
          "-L\(openVINO)/lib",
          "-Xlinker", "-rpath", "-Xlinker", "\(openVINO)/lib",
          "-Xlinker", "-rpath", "-Xlinker", "$ORIGIN/../lib",
        ]),
        .linkedLibrary("openvino_c"),
      ]),
    .target(name: "CBits", cSettings: strictC),
    // Optimised in every build: without that, tests that train a network would take minutes.
    .target(
      name: "CMatrix", cSettings: strictC + [.unsafeFlags(["-O3"])],
      linkerSettings: [.linkedLibrary("dnnl"), .linkedLibrary("gomp")]),
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // From the bottom up: a module knows only modules above its line.
    module("PhotoCore"),
    module("OrderedJSON"),
    module("Geography", ["PhotoCore"]),
    module("Query", ["PhotoCore", "Geography"], resources: [.embedInCode("Vocabulary.txt")]),
    module("Metadata", ["PhotoCore"]),
    module("Derivation", ["PhotoCore", "Geography", "Metadata"]),
    module("Imaging", ["PhotoCore", "CImaging"]),
    module("Inference", ["COpenVINO"]),
    module("Recognition", ["PhotoCore", "Inference"]),
    module(
      "Networks",
      [
        "PhotoCore", "Inference", "Recognition", "CLinux",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module("Learning", ["PhotoCore", "Recognition", "Networks", "CMatrix"]),
    module(
      "Analysis",
      [
        "PhotoCore", "Imaging", "Metadata", "Inference", "Recognition", "CLinux",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "Catalog",
      [
        "PhotoCore", "Query", "Geography", "Derivation",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    module("Search", ["PhotoCore", "Geography", "Query", "Catalog", "CBits"]),
    module(
      "Library",
      [
        "PhotoCore", "Geography", "Analysis", "Catalog", "Query",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "Labels",
      [
        "PhotoCore", "Analysis", "Catalog", "Query", "Recognition", "Learning", "Library",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module("Jobs", ["PhotoCore", "Analysis", "Catalog", "Library", "Labels"]),
    module("Publishing", ["PhotoCore", "OrderedJSON", "Query", "CXlsxWriter"]),
    module(
      "Evaluation",
      [
        "PhotoCore", "OrderedJSON", "Imaging", "Inference", "Metadata", "Recognition", "Analysis",
        "Publishing",
      ]),
    // The web app's pages, scripts and styles; see Site/README.md.
    .target(
      name: "Site", path: "Site", exclude: ["README.md", "deno.json", "tests", "types"],
      sources: ["SiteFiles.swift"], resources: [.copy("assets"), .copy("pages")],
      swiftSettings: strict),
    module(
      "Web",
      [
        "PhotoCore", "Geography", "Query", "Search", "Catalog", "Library", "Labels", "Jobs",
        "OrderedJSON", "Publishing", "Learning", "Site", "CLinux", "CSodium",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]),
    .executableTarget(
      name: "meridian",
      dependencies: [
        "PhotoCore", "Geography", "Query", "Search", "Imaging", "Inference", "Metadata",
        "Recognition", "Networks", "Analysis", "Learning", "Catalog", "Library", "Labels",
        "OrderedJSON", "Publishing", "Evaluation", "Web",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Pictures and folders made by code, for tests and for the sample trip.
    module("Fixtures", ["PhotoCore", "CImaging"]),
    // Libraries made by code, for the tests of several modules.
    .target(
      name: "LibraryFixtures",
      dependencies: [
        "PhotoCore", "Query", "Recognition", "Analysis", "Catalog", "Library", "Labels", "Fixtures",
      ],
      path: "Tests/LibraryFixtures", swiftSettings: strict),
    .executableTarget(
      name: "sample-trip",
      dependencies: [
        "Fixtures", "PhotoCore", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/SampleTrip", swiftSettings: strict),

    tests(of: "PhotoCore"),
    tests(of: "Geography", ["PhotoCore", "Fixtures"]),
    tests(of: "Query", ["PhotoCore", "Geography", "Fixtures"]),
    tests(of: "Metadata", ["PhotoCore", "Fixtures"]),
    tests(of: "Derivation", ["PhotoCore", "Geography", "Fixtures"]),
    tests(of: "Imaging", ["PhotoCore", "Fixtures"]),
    tests(of: "Inference", ["Fixtures"]),
    tests(
      of: "Networks",
      [
        "PhotoCore", "Recognition", "Inference", "Imaging", "Fixtures",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    tests(of: "Recognition", ["Inference", "PhotoCore", "Fixtures"]),
    tests(of: "Learning", ["PhotoCore", "Inference", "Recognition", "Fixtures"]),
    tests(of: "Analysis", ["PhotoCore", "Inference", "Recognition", "Fixtures"]),
    tests(
      of: "Catalog",
      [
        .product(name: "GRDB", package: "GRDB.swift"), "PhotoCore", "Query", "Geography",
        "Fixtures", .product(name: "Crypto", package: "swift-crypto"),
      ], exclude: ["Schemas"]),
    tests(of: "Search", ["PhotoCore", "Geography", "Query", "Catalog", "Derivation", "Fixtures"]),
    tests(
      of: "Library",
      [
        "PhotoCore", "Geography", "Catalog", "Analysis", "Imaging", "Recognition", "Publishing",
        "Query", "Fixtures", "LibraryFixtures", "meridian",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(
      of: "Labels",
      [
        "PhotoCore", "Query", "Catalog", "Analysis", "Recognition", "Learning", "Library",
        "Fixtures",
        "LibraryFixtures", "meridian",
      ]),
    tests(
      of: "Jobs",
      [
        "PhotoCore", "Catalog", "Analysis", "Recognition", "Library", "Labels", "Fixtures",
        "LibraryFixtures", "meridian", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    tests(of: "Publishing", ["PhotoCore", "OrderedJSON", "Query", "Fixtures"]),
    tests(of: "Evaluation", ["PhotoCore", "OrderedJSON", "Publishing"]),
    tests(
      of: "Web",
      [
        "PhotoCore", "Query", "Search", "Catalog", "Library", "Labels", "Learning", "Analysis",
        "Recognition", "Fixtures", "meridian", .product(name: "Logging", package: "swift-log"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Crypto", package: "swift-crypto"),
      ], exclude: ["Snapshots"]),
    tests(of: "meridian", ["PhotoCore", "Fixtures"], exclude: ["Snapshots"]),
  ],
  swiftLanguageModes: [.v6]
)

// What only measures is built when `make bench-search`, `make bench-web` or `make fuzz` asks for it.
if Context.environment["MERIDIAN_BENCHMARKS"] != nil {
  package.targets += [
    .executableTarget(
      name: "search-bench",
      dependencies: [
        "PhotoCore", "Geography", "Query", "Catalog", "Search", "Recognition",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/SearchBench", swiftSettings: strict),
    .executableTarget(
      name: "query-fuzz",
      dependencies: [
        "PhotoCore", "Query", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/QueryFuzz", swiftSettings: strict),
  ]
}
