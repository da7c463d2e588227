// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "dizim-benchmarks",
  dependencies: [.package(name: "dizim", path: "..")],
  targets: [
    .executableTarget(
      name: "DizimBenchmarks",
      dependencies: [
        .product(name: "Linkage", package: "dizim"),
        .product(name: "LinkageIO", package: "dizim"),
        .product(name: "NameSimilarity", package: "dizim"),
        .product(name: "NameText", package: "dizim"),
      ],
      swiftSettings: [
        .strictMemorySafety(), .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ]
)
