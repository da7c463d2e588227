import NameSimilarity

// Two texts by their Unicode scalars.
print(Levenshtein().distance("Щукин", "Щукина"))
print(JaroWinkler().similarity("Shchukin", "Ščukin"))
precondition(Levenshtein().distance("Щукин", "Щукина") == 1)
precondition(TokenSortRatio().similarity("Щукин Аркадий", "Аркадий Щукин") == 1)

// One query, many candidates, those below a cutoff left out.
let candidates = ["Тажимуратов", "Тажмуратов", "Каллыханов"]
let query = Indel().prepared(for: "Тажимуратов")
let near = candidates.filter { query.similarity($0, cutoff: 0.8) > 0 }
precondition(near == ["Тажимуратов", "Тажмуратов"])

// Bytes, such as strings of phoneme symbols.
let left: [UInt8] = [31, 5, 12]
let right: [UInt8] = [31, 6, 12]
precondition(OSA().distance(left.span, right.span) == 1)

// The cheapest way from one string of symbols to another, with a price in bits for each move.
let aligner = Aligner(costs: .uniform(Bits(4)))
let moves = aligner.moves(left, right)
precondition(moves.map(\.cost.value) == [0, 4, 0])

// One token beside many, a block at a time.
let blocks = TokenBlocks([left, right])
var edits: [UInt8] = []
blocks.levenshtein(to: left.span, into: &edits)
var blockAligner = BlockAligner(BlockCosts(aligner))
blockAligner.prepare(left.span)
let matches = blockAligner.matches(in: blocks, limit: Bits(3))
precondition(edits == [0, 1] && matches.map(\.token) == [0])

// Evidence in bits adds up, and is the same on every machine.
let evidence = Bits(11.5) - Bits(10)
print(evidence.signed, evidence.probability)
precondition(evidence.probability > 0.73 && evidence.probability < 0.74)
