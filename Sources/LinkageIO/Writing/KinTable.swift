public import Linkage
internal import NameSimilarity

/// The kin on a roll as a table: a row a pair of persons, of a parent and a child the parent left.
public enum KinTable {
  public static let columns = [
    "household", "left_person_id", "left_name", "left_birth", "right_person_id", "right_name",
    "right_birth", "relation", "weight", "evidence",
  ]

  /// Writes all pairs of `kin`, household by household.
  public static func write(
    _ kin: KinView, of roll: Roll, to writer: consuming TableWriter
  ) throws(OutputError) {
    for pair in kin.pairs {
      writer.append(pair.household)
      for number in [pair.left, pair.right] {
        let person = roll.persons[number]
        writer.append(person.id)
        writer.append(person.name)
        writer.append(person.births.joined(separator: " | "))
      }
      writer.append(pair.relation.rawValue)
      writer.append(number: pair.weight.decimal)
      writer.append(pair.evidence)
      try writer.endRow()
    }
    try writer.finish()
  }
}
