import TestSupport

/// The rows of a vector file, comments left out.
func vectors(_ name: String) -> [[String]] {
  (try? TestFiles.rows("Tests/NameTextTests/Vectors/\(name).tsv")) ?? []
}
