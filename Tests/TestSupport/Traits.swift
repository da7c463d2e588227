/// The traits that the package was built with.
public enum Traits {
  #if XLSX
    public static let hasXLSX = true
  #else
    public static let hasXLSX = false
  #endif
}
