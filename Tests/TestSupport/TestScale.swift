/// How much a test tries: all of it in release, a sample in debug, where the same code is some twenty times slower.
public enum TestScale {
  #if DEBUG
    public static let isFull = false
  #else
    public static let isFull = true
  #endif

  public static func of(_ full: Int) -> Int { isFull ? full : max(1, full / 20) }
}
