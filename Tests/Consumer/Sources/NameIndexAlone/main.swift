import NameIndex
import NameSimilarity

/// Symbols are bytes below 64: here the letters of ASCII, a being 1.
func symbols(_ word: String) -> [UInt8] { word.utf8.map { $0 & 31 } }

let surnames = ["alimov", "karimov", "karimova", "kerimov", "umarov"]
let trie = AlignmentTrie(
  sorted: surnames.map(symbols), aligner: Aligner(costs: .uniform(Bits(1))))
let found = trie.matches(of: symbols("karimof"), within: Bits(2))
for match in found { print(surnames[Int(match.string)], match.bits.value) }
precondition(found.map { surnames[Int($0.string)] } == ["karimov", "karimova", "kerimov"])

// Many queries share the room that a walk takes.
var scratch = AlignmentTrie.Scratch()
var matches = 0
for surname in surnames {
  trie.forEachMatch(of: symbols(surname), limit: Bits(2).raw, scratch: &scratch) { _ in matches += 1
  }
}
precondition(matches > surnames.count)
