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
  /// Whether every name asks and answers, so that each asks for itself and later ones only.
  private(set) var asksLaterOnly = false
  /// For each profile whose rows all stand in one list that has each person once, that list; empty without such lists.
  private var uniqueListOfProfile: [Int32?] = []

  /// Any two rows, but not two of a list that has each person once.
  static func all(_ table: ProfileTable, uniqueLists: Set<Int> = []) -> Pairing {
    let names = [Bool](repeating: true, count: table.names.count)
    let profiles = [Bool](repeating: true, count: table.profiles.count)
    var pairing = Pairing(
      nameAsks: names, nameAnswers: names, profileAsks: profiles, profileAnswers: profiles,
      repeats: table.profiles.map { $0.records.count > 1 })
    pairing.asksLaterOnly = true
    if uniqueLists.isEmpty { return pairing }
    pairing.uniqueListOfProfile = table.profiles.map { profile in
      let list = profile.records[0].list
      let isAlone = profile.records.allSatisfy { $0.list == list }
      return isAlone && uniqueLists.contains(Int(list)) ? list : nil
    }
    for (number, list) in pairing.uniqueListOfProfile.enumerated() where list != nil {
      pairing.repeats[number] = false
    }
    return pairing
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
    if !uniqueListOfProfile.isEmpty, let list = uniqueListOfProfile[left],
      list == uniqueListOfProfile[right]
    {
      return false
    }
    return profileAsks[left] && profileAnswers[right] || profileAsks[right] && profileAnswers[left]
  }
}
