import NameTables
import Testing

@testable import NameText

/// What is left out because it could say nothing new, beside what it would have said.
@Suite struct HabitTests {
  private static let names: [String] = {
    var names: [String] = []
    NameTable.givenNames.forEachRow { names.append(String($0[0])) }
    NameTable.nameEquivalents.forEachRow { names.append(String($0[1])) }
    return names + ["", "żółć", "ĸåñ", "4ingiz", "айг\u{FFFD}л", "nguyễn"]
  }()

  /// A habit that has no rule for anything in a word spells it as every word is spelled.
  @Test func habitsWithoutRulesSpellPlainly() {
    var skipped = 0
    var differing = Set<String>()
    for name in Self.names {
      name.withScalars { letters in
        let habits = Graphemes.habitsWithRules(for: letters)
        var plain: [UInt8] = []
        Graphemes.plain.append(letters, to: &plain)
        for habit in Habits.shared.names.indices where habits >> UInt64(habit) & 1 == 0 {
          var spelled: [UInt8] = []
          Graphemes.trie(ofHabit: habit).append(letters, to: &spelled)
          if spelled != plain { differing.insert(name) }
          skipped += 1
        }
      }
    }
    #expect(differing.isEmpty)
    #expect(skipped > 100_000)
  }

  /// Names are found by ear as they would be if all names in Cyrillic were read.
  @Test func namesAreFoundByEar() {
    var heard: [[UInt8]: String] = [:]
    for row in NameEquivalents.rows where row.isCyrillic {
      let name = String(row.name)
      if let reading = Phonemes.likeliestReading(of: name), heard[reading] == nil {
        heard[reading] = name
      }
    }
    var found = 0
    var differing = Set<String>()
    for name in Self.names where NameEquivalents.groups(of: name, byEar: false).isEmpty {
      let alike = Phonemes.readings(of: name).lazy.compactMap { heard[$0] }.first
      let groups = alike.map { NameEquivalents.groups(of: $0, byEar: false) } ?? []
      if NameEquivalents.groups(of: name) != groups { differing.insert(name) }
      if !groups.isEmpty { found += 1 }
    }
    #expect(differing.isEmpty)
    #expect(found >= 5)
    #expect(!NameEquivalents.groups(of: "wassili").isEmpty)
  }
}
