/// Which profiles may be one person's: any two of all lists, or only rows of one list with rows of the other.
///
/// Of two names one asks and the other answers, so that a pair is looked at once.
struct Pairing: Sendable {
  /// Whether any of a name's rows is on the side that asks, and on the side that answers.
  private var nameAsks: [Bool]
  private var nameAnswers: [Bool]
  private var profileAsks: [Bool]
  private var profileAnswers: [Bool]
  /// Whether two rows of the profile may be paired.
  private var repeats: [Bool]

  /// Any two rows.
  static func all(_ table: ProfileTable) -> Pairing {
    let names = [Bool](repeating: true, count: table.names.count)
    let profiles = [Bool](repeating: true, count: table.profiles.count)
    return Pairing(
      nameAsks: names, nameAnswers: names, profileAsks: profiles, profileAnswers: profiles,
      repeats: table.profiles.map { $0.records.count > 1 })
  }

  /// Rows of the first list with rows of the others.
  static func across(_ table: ProfileTable) -> Pairing {
    let names = [Bool](repeating: false, count: table.names.count)
    var pairing = Pairing(
      nameAsks: names, nameAnswers: names,
      profileAsks: table.profiles.map { $0.records.contains { $0.list == 0 } },
      profileAnswers: table.profiles.map { $0.records.contains { $0.list != 0 } }, repeats: [])
    for (number, profile) in table.profiles.enumerated() {
      let (asks, answers) = (pairing.profileAsks[number], pairing.profileAnswers[number])
      pairing.repeats.append(asks && answers)
      for name in profile.names.lazy.map(Int.init) {
        pairing.nameAsks[name] = pairing.nameAsks[name] || asks
        pairing.nameAnswers[name] = pairing.nameAnswers[name] || answers
      }
    }
    return pairing
  }

  func mayAsk(_ name: Int) -> Bool { nameAsks[name] }
  func mayAnswer(_ name: Int) -> Bool { nameAnswers[name] }

  /// Whether `name` asks for `other`, which may answer: not where `other` asks for `name`.
  func asks(_ name: UInt32, for other: UInt32) -> Bool {
    other >= name || !(nameAsks[Int(other)] && nameAnswers[Int(name)])
  }

  /// Whether a row of one profile and another row of the other may be paired.
  func allows(_ left: Int, _ right: Int) -> Bool {
    if left == right { return repeats[left] }
    return profileAsks[left] && profileAnswers[right] || profileAsks[right] && profileAnswers[left]
  }
}
