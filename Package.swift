// swift-tools-version: 6.2
import PackageDescription

// The OpenVINO runtime is unpacked beside the sources by `make`; see scripts/install-openvino.sh.
let openVINO = Context.environment["OPENVINO_DIR"] ?? "\(Context.packageDirectory)/.deps/openvino"

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies,
    swiftSettings: strict)
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
      name: "CImaging", dependencies: ["CVips"],
      linkerSettings: [.linkedLibrary("jpeg"), .linkedLibrary("turbojpeg")]),
    .target(name: "CLinux"),
    .target(
      name: "COpenVINO",
      cSettings: [.unsafeFlags(["-I\(openVINO)/include"])],
      linkerSettings: [
        .unsafeFlags([
          "-L\(openVINO)/lib",
          "-Xlinker", "-rpath", "-Xlinker", "\(openVINO)/lib",
          "-Xlinker", "-rpath", "-Xlinker", "$ORIGIN/../lib",
        ]),
        .linkedLibrary("openvino_c"),
      ]),
    .target(name: "CBits"),
    // Optimised in every build: without that, tests that train a network would take minutes.
    .target(
      name: "CMatrix", cSettings: [.unsafeFlags(["-O3"])],
      linkerSettings: [.linkedLibrary("dnnl"), .linkedLibrary("gomp")]),
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // From the bottom up: a module knows only modules above its line.
    module("PhotoCore"),
    module("Geography", ["PhotoCore"]),
    module("Query", ["PhotoCore", "Geography"], resources: [.embedInCode("Vocabulary.txt")]),
    module("Metadata", ["PhotoCore"]),
    module("Imaging", ["PhotoCore", "CImaging"]),
    module("Inference", ["COpenVINO"]),
    module("Recognition", ["PhotoCore", "Inference"]),
    module(
      "Models",
      [
        "PhotoCore", "Inference", "Recognition", "CLinux",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module("Learning", ["PhotoCore", "Recognition", "CMatrix"]),
    module(
      "Analysis",
      [
        "PhotoCore", "Imaging", "Metadata", "Inference", "Recognition", "CLinux",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module(
      "Catalog",
      [
        "PhotoCore", "Query", "Geography", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    module("Search", ["PhotoCore", "Geography", "Query", "Catalog", "CBits"]),
    module(
      "Library",
      [
        "PhotoCore", "Geography", "Analysis", "Catalog", "Metadata", "Query", "Learning",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module("Publishing", ["PhotoCore", "Query", "CXlsxWriter"]),
    module(
      "Evaluation",
      [
        "PhotoCore", "Imaging", "Inference", "Metadata", "Recognition", "Analysis", "Publishing",
      ]),
    module(
      "Web",
      [
        "PhotoCore", "Geography", "Query", "Search", "Catalog", "Library", "Publishing", "Analysis",
        "Learning", "CLinux", "CSodium",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ], resources: [.copy("Site")]),
    .executableTarget(
      name: "meridian",
      dependencies: [
        "PhotoCore", "Geography", "Query", "Search", "Imaging", "Inference", "Metadata",
        "Recognition", "Analysis", "Learning",
        "Catalog", "Library", "Publishing", "Evaluation", "Models", "Web",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Pictures and folders made by code, for tests and for the sample trip.
    module("Fixtures", ["PhotoCore", "CImaging"]),
    .executableTarget(
      name: "sample-trip",
      dependencies: [
        "Fixtures", "PhotoCore", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/SampleTrip", swiftSettings: strict),

    .executableTarget(
      name: "search-bench",
      dependencies: [
        "PhotoCore", "Geography", "Query", "Catalog", "Search", "Recognition",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/SearchBench", swiftSettings: strict),

    .executableTarget(
      name: "query-fuzz",
      dependencies: [
        "PhotoCore", "Query", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/QueryFuzz", swiftSettings: strict),

    tests(of: "PhotoCore"),
    tests(of: "Geography", ["PhotoCore", "Fixtures"]),
    tests(of: "Query", ["PhotoCore", "Geography", "Fixtures"]),
    tests(of: "Metadata", ["PhotoCore", "Fixtures"]),
    tests(of: "Imaging", ["PhotoCore", "Fixtures"]),
    tests(of: "Inference", ["Fixtures"]),
    tests(
      of: "Models",
      [
        "PhotoCore", "Recognition", "Inference", "Fixtures",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    tests(of: "Recognition", ["Inference", "PhotoCore", "Imaging", "Fixtures"]),
    tests(of: "Learning", ["PhotoCore", "Inference", "Recognition", "CMatrix", "Fixtures"]),
    tests(of: "Analysis", ["PhotoCore", "Inference", "Recognition", "Fixtures"]),
    tests(
      of: "Catalog",
      [
        .product(name: "GRDB", package: "GRDB.swift"), "PhotoCore", "Query", "Geography",
        "Fixtures",
      ]),
    tests(of: "Search", ["PhotoCore", "Geography", "Query", "Catalog", "Fixtures"]),
    tests(
      of: "Library",
      [
        "PhotoCore", "Geography", "Catalog", "Analysis", "Imaging", "Recognition", "Publishing",
        "Fixtures", "meridian", "Query", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(of: "Publishing", ["PhotoCore", "Query", "Fixtures"]),
    tests(of: "Evaluation", ["PhotoCore", "Recognition", "Publishing", "Fixtures"]),
    tests(
      of: "Web",
      [
        "PhotoCore", "Query", "Search", "Catalog", "Library", "Learning", "Analysis", "Recognition",
        "Fixtures", "meridian", .product(name: "Logging", package: "swift-log"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    tests(of: "meridian", ["PhotoCore", "Fixtures"]),
  ],
  swiftLanguageModes: [.v6]
)
