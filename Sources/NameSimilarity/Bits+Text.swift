extension Bits {
  /// Two decimals: `11.42`, `-0.30`.
  public var decimal: String {
    let hundredths = (Int(raw) * 100 + (raw < 0 ? -512 : 512)) / 1024
    let part = abs(hundredths % 100)
    return "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(part < 10 ? "0" : "")\(part)"
  }

  /// One decimal with its sign: `+11.4`, `-0.3`, `0.0`.
  public var signed: String {
    let tenths = (Int(raw) * 10 + (raw < 0 ? -512 : 512)) / 1024
    let sign = tenths > 0 ? "+" : tenths < 0 ? "-" : ""
    return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
