import NameText

// Words of a cell, whatever its spelling.
let words = Cleaning.words(of: "CAПAPOB, O‘tkir")
precondition(words.map(\.text) == ["сапаров", "oʼtkir"])

// A name's parts.
let name = PersonName(parsing: "Тажимуратова Азиза Полатовна")
for token in name.tokens {
  print(token.role, token.text, token.forms.map(\.text))
}
precondition(name.tokens(as: .surname).map(\.text) == ["тажимуратова"])
precondition(name.tokens(as: .patronymic).map(\.text) == ["полатовна"])
precondition(name.gender == .female)

// The sounds that two spellings share.
let cyrillic = Phonemes.readings(of: "щукин")
let latin = Phonemes.readings(of: "shchukin")
print(Phonemes.description(of: cyrillic[0]))
precondition(!Set(cyrillic).isDisjoint(with: latin))

// Names that may be one person's though no letter is alike.
let groups = NameEquivalents.groups(of: "микола").map(\.group)
precondition(groups.contains { NameEquivalents.groups(of: "николай").map(\.group).contains($0) })

// Names in the letters of a norm.
if let norm = RomanisationSystem("bgn-pcgn", language: "rus") {
  print(norm.id, Romaniser(norm).rendering(of: "Щукин"))
}
precondition(
  RomanisationSystem(id: "rus-bgn-pcgn-1947").map { Romaniser($0).rendering(of: "Щукин") }
    == "Shchukin")

// Georgian has a table of its own; scripts without one need the trait ICU.
precondition(Cleaning.words(of: "გიორგი")[0].text == "giorgi")
#if ICU
  precondition(Cleaning.words(of: "अमर")[0].text == "amara")
#else
  precondition(Cleaning.words(of: "अमर")[0].text == "अमर")
#endif
