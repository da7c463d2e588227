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
    for name in Self.names {
      name.withScalars { letters in
        let habits = Graphemes.habitsWithRules(for: letters)
        var plain: [UInt8] = []
        Graphemes.plain.append(letters, to: &plain)
        for habit in Habits.shared.names.indices where habits >> UInt64(habit) & 1 == 0 {
          var spelled: [UInt8] = []
          Graphemes.trie(ofHabit: habit).append(letters, to: &spelled)
          #expect(spelled == plain, "\(name)")
          skipped += 1
        }
      }
    }
    #expect(skipped > 100_000)
  }

  /// A name in Cyrillic is heard to begin as its first letter may be.
  @Test func namesBeginAsTheirFirstLetters() {
    for name in Self.names {
      guard let letter = name.unicodeScalars.first, letter.value >= 0x400,
        let first = Phonemes.likeliestReading(of: name)?.first
      else { continue }
      let openings = Sounds.shared.openings(of: Graphemes.openings(of: letter.value))
      #expect(openings >> UInt64(first) & 1 == 1, "\(name)")
    }
    let openings = Sounds.shared.openings(of: Graphemes.openings(of: 0x442))  // т
    #expect(openings.nonzeroBitCount < 8)
  }

  /// All names that sound alike are found by the first of them.
  @Test func namesAreFoundByEar() {
    for name in ["wassili", "guennadi", "mascha", "youri", "iouri", "tschingis"] {
      #expect(!NameEquivalents.groups(of: name).isEmpty, "\(name)")
    }
  }
}
