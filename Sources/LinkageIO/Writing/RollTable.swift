public import Linkage
internal import NameSimilarity

/// The roll as a table: a row a person, several values in a cell parted by ` | `.
public enum RollTable {
  /// The header.
  public static let columns = [
    "person_id", "name", "other_names", "birth", "gender", "place", "statuses", "sources", "rows",
    "weakest_weight", "conflicts",
  ]

  /// Writes all persons of `roll`, in the order of their first rows.
  public static func write(_ roll: Roll, to writer: consuming TableWriter) throws(OutputError) {
    for person in roll.persons {
      writer.append(person.id)
      writer.append(person.name)
      for values in [
        person.otherNames, person.births, person.genders, person.places, person.statuses,
        person.sources, person.rows,
      ] {
        writer.append(values.joined(separator: " | "))
      }
      writer.append(person.weakestWeight.map { $0.decimal } ?? "")
      writer.append(person.conflicts.joined(separator: " | "))
      try writer.endRow()
    }
    try writer.finish()
  }
}
