// swift-tools-version: 6.2
import PackageDescription

/// The settings every Swift target of ours is built with.
let house: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "dizim",
  products: [
    .library(name: "NameText", targets: ["NameText"]),
    .library(name: "NameSimilarity", targets: ["NameSimilarity"]),
    .library(name: "NameIndex", targets: ["NameIndex"]),
    .library(name: "Linkage", targets: ["Linkage"]),
    .library(name: "LinkageIO", targets: ["LinkageIO"]),
    .executable(name: "dizim", targets: ["dizim"]),
  ],
  traits: [
    .trait(
      name: "ICU",
      description:
        "Names in scripts without a table of their own are romanised, by the system's ICU."),
    .trait(
      name: "Gzip", description: "Lists packed by gzip are read and written, by the system's zlib."),
    .trait(
      name: "XLSX",
      description:
        "Spreadsheets are read by the system's minizip and Expat, written by its libxlsxwriter."
    ),
    .trait(
      name: "Mimalloc",
      description: "The command takes its memory from mimalloc: a fifth faster on large lists."),
    .default(enabledTraits: ["ICU", "Gzip", "XLSX", "Mimalloc"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Those without pkgConfig are opened when first needed (CLinux/late.h): it would have them linked.
    .systemLibrary(name: "CICU", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CMinizip", providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CMimalloc", providers: [.apt(["libmimalloc-dev"])]),
    .systemLibrary(name: "CLinux"),
    .target(name: "CNameTables", exclude: ["tables"]),
    .target(name: "CNameKernels"),
    .target(name: "NameTables", dependencies: ["CNameTables"], swiftSettings: house),
    .target(
      name: "NameText",
      dependencies: [.target(name: "CICU", condition: .when(traits: ["ICU"])), "NameTables"],
      swiftSettings: house),
    .target(
      name: "NameSimilarity", dependencies: ["CNameKernels", "NameTables"], swiftSettings: house,
      // Rounding is a call of the mathematics library, which nothing else might bring in.
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "NameIndex", dependencies: ["NameSimilarity"], swiftSettings: house),
    .target(
      name: "Linkage", dependencies: ["NameText", "NameSimilarity", "NameIndex"],
      swiftSettings: house),
    .target(
      name: "LinkageIO",
      dependencies: [
        "CLinux", "Linkage", "NameSimilarity", "NameText", "NameTables",
        .target(name: "CZlib", condition: .when(traits: ["Gzip"])),
        .target(name: "CMinizip", condition: .when(traits: ["XLSX"])),
        .target(name: "CExpat", condition: .when(traits: ["XLSX"])),
        .target(name: "CXLSXWriter", condition: .when(traits: ["XLSX"])),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "dizim",
      dependencies: [
        "CLinux", "NameText", "NameSimilarity", "NameIndex", "Linkage", "LinkageIO",
        .target(name: "CMimalloc", condition: .when(traits: ["Mimalloc"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "NameTextTests", dependencies: ["NameText", "NameTables", "TestSupport"],
      exclude: ["Vectors"], swiftSettings: house),
    .testTarget(name: "EvaluationTests", dependencies: ["Linkage"], swiftSettings: house),
    .testTarget(
      name: "LinkageIOTests",
      dependencies: ["Linkage", "LinkageIO", "NameSimilarity", "NameTables", "TestSupport"],
      exclude: ["Vectors"], swiftSettings: house),
    .target(
      name: "TestSupport", dependencies: ["NameSimilarity"], path: "Tests/TestSupport",
      swiftSettings: house),
    .testTarget(
      name: "NameSimilarityTests",
      dependencies: ["NameSimilarity", "NameTables", "NameText", "TestSupport"],
      exclude: ["Vectors"], swiftSettings: house),
    .testTarget(
      name: "NameIndexTests",
      dependencies: ["NameIndex", "NameSimilarity", "NameTables", "NameText", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "LinkageTests",
      dependencies: [
        "Linkage", "LinkageIO", "NameIndex", "NameSimilarity", "NameTables", "NameText",
        "TestSupport",
      ],
      exclude: ["Vectors"], swiftSettings: house),
    .testTarget(
      name: "QualityTests",
      dependencies: ["Linkage", "LinkageIO", "NameSimilarity", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "DizimTests", dependencies: ["dizim", "TestSupport"], exclude: ["Vectors"],
      swiftSettings: house),
  ],
  cLanguageStandard: .c2x
)
