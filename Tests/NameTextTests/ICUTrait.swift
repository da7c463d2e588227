/// The package's trait `ICU`, on by default.
enum ICUTrait {
  #if ICU
    static let isEnabled = true
  #else
    static let isEnabled = false
  #endif
}
