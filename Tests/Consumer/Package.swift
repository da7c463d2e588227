// swift-tools-version: 6.2
import PackageDescription

/// A package that uses ours as any other would: one program a product, which imports that product alone.
///
/// `scripts/consumer.sh` builds and runs them. The trait is handed on, so that `--disable-default-traits` builds all of
/// it without ICU.
let package = Package(
  name: "consumer",
  traits: [.trait(name: "ICU"), .default(enabledTraits: ["ICU"])],
  dependencies: [
    .package(
      name: "dizim", path: "../..",
      traits: [.trait(name: "ICU", condition: .when(traits: ["ICU"]))])
  ],
  targets: ["NameText", "NameSimilarity", "NameIndex", "Linkage", "LinkageIO"].map { product in
    .executableTarget(
      name: "\(product)Alone", dependencies: [.product(name: product, package: "dizim")],
      swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")])
  }
)
