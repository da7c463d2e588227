internal import ArgumentParser
internal import Glibc

/// An amount of memory as people write it: 800M, 12G, or bytes.
struct MemorySize: ExpressibleByArgument {
  let bytes: Int

  private static let units: [Character: Int] = [
    "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40,
  ]

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    var digits = Substring(argument.uppercased())
    if digits.hasSuffix("B") { digits.removeLast() }
    if digits.hasSuffix("I") { digits.removeLast() }
    let unit = digits.last.flatMap { Self.units[$0] }
    if unit != nil { digits.removeLast() }
    guard let number = Int(digits), number > 0 else { return nil }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: unit ?? 1)
    if isTooLarge { return nil }
    self.bytes = bytes
  }

  var defaultValueDescription: String { description }

  /// Rounded up, in the unit that leaves at least one digit.
  var description: String {
    for (name, unit) in [("GB", 1 << 30), ("MB", 1 << 20)] where bytes >= unit {
      let tenths = (bytes * 10 + unit - 1) / unit
      return tenths >= 100 || tenths % 10 == 0
        ? "\((tenths + 9) / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
    }
    return "\((bytes + 1023) / 1024) KB"
  }

  /// Half of what the machine has.
  static var usual: MemorySize {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let size = sysconf(Int32(_SC_PAGESIZE))
    return MemorySize(bytes: pages > 0 && size > 0 ? pages * size / 2 : .max / 16)
  }
}
