internal import NameIndex
internal import NameSimilarity
internal import NameText

/// Finds for every token the tokens that could be another spelling of it.
///
/// Three ways lead from one to the other: an alignment of their shapes within the limit, a phonemic key in common, and
/// a table of equivalents. Words written as one meet the words they could be by their coarse key.
struct TokenJoin {
  private let lexicon: Lexicon
  private let model: NameModel

  init(_ lexicon: Lexicon, _ model: NameModel) {
    self.lexicon = lexicon
    self.model = model
  }

  /// A pair of tokens, found in one of the ways.
  private struct Found {
    var left: UInt32
    var neighbour: Lexicon.Neighbour
  }

  /// The neighbours of all tokens in compressed sparse rows, each token's ascending and each once, at its cheapest.
  func neighbours(threads: Int) -> (starts: [Int], neighbours: [Lexicon.Neighbour]) {
    var found = aligned(threads: threads)
    found += sharingReadings(threads: threads)
    found += equivalents()
    found += joined()
    var starts = [Int](repeating: 0, count: lexicon.tokens.count + 1)
    for pair in found { starts[Int(pair.left) + 1] += 1 }
    for token in lexicon.tokens.indices { starts[token + 1] += starts[token] }
    var ends = starts
    var sorted = [Lexicon.Neighbour](
      repeating: Lexicon.Neighbour(token: 0, cost: 0, isEquivalent: false, isInflected: false),
      count: found.count)
    for pair in found {
      sorted[ends[Int(pair.left)]] = pair.neighbour
      ends[Int(pair.left)] += 1
    }
    var finalStarts = [0]
    var final: [Lexicon.Neighbour] = []
    for token in lexicon.tokens.indices {
      sorted[starts[token]..<starts[token + 1]].sort { $0.rank < $1.rank }
      let first = final.count
      for neighbour in sorted[starts[token]..<starts[token + 1]]
      where final.count == first || final[final.count - 1].token != neighbour.token {
        final.append(neighbour)
      }
      finalStarts.append(final.count)
    }
    return (finalStarts, final)
  }

  private func limit(_ token: UInt32) -> Int32 {
    Lexicon.limit(symbolCount: lexicon.tokens[Int(token)].symbols.count)
  }

  /// Adds a pair both ways where it is within both tokens' limits.
  ///
  /// `spelling` is what the difference of letters costs, `price` that of the forms which are so spelled.
  private func add(
    _ a: UInt32, _ b: UInt32, spelling: Int32, price: Int32, isInflected: Bool,
    to found: inout [Found]
  ) {
    var spelling = spelling
    let (x, y) = (lexicon.tokens[Int(a)], lexicon.tokens[Int(b)])
    if x.isOfOtherGender(than: y)
      || spelling > Lexicon.oneName.raw && x.isKnownToDiffer(from: y)
    {
      spelling += Lexicon.knownToDiffer.raw
    }
    // A form that is seldom meant may be spelled with less freedom, but not with none.
    guard spelling + price / 2 <= min(limit(a), limit(b)) else { return }
    addBoth(
      a, b, NameWeights.cost(ofSpelling: Bits(raw: spelling)).raw + price, isEquivalent: false,
      isInflected: isInflected, to: &found)
  }

  private func addBoth(
    _ a: UInt32, _ b: UInt32, _ cost: Int32, isEquivalent: Bool, isInflected: Bool,
    to found: inout [Found]
  ) {
    func half(_ x: UInt32, _ y: UInt32) -> Found {
      Found(
        left: x,
        neighbour: Lexicon.Neighbour(
          token: y, cost: cost, isEquivalent: isEquivalent, isInflected: isInflected))
    }
    found.append(half(a, b))
    if a != b { found.append(half(b, a)) }
  }

  // MARK: Alignment

  /// A token that can be read as a string.
  private struct Bearer {
    var token: UInt32
    /// The form's.
    var price: Int32
    var reading: Int32
    var isInflected: Bool
  }

  /// The tokens that can be read as a string: plainly, or only as a guess.
  private struct Bearers {
    var plain: [Bearer] = []
    /// Oblique cases, surnames without their endings, names behind a diminutive. They ask for plain strings and are not asked for: a guess
    /// that meets a guess says nothing.
    var guessed: [Bearer] = []
  }

  /// Pairs whose shapes align within the limit.
  private func aligned(threads: Int) -> [Found] {
    var bearers = [Bearers](repeating: Bearers(), count: lexicon.stringCount)
    for (number, token) in lexicon.tokens.enumerated() where !token.isJoined {
      for form in token.forms {
        let bearer = Bearer(
          token: UInt32(number), price: form.price, reading: form.reading,
          isInflected: form.case.isGuessed)
        if form.isGuess {
          bearers[Int(form.string)].guessed.append(bearer)
        } else {
          bearers[Int(form.string)].plain.append(bearer)
        }
      }
    }
    // Strings are numbered in lexicographic order; `places` says where the trie's strings stand among all.
    let places = bearers.indices.filter { !bearers[$0].plain.isEmpty }
    let strings = places.map { lexicon.string(UInt32($0)) }
    let trie = AlignmentTrie(sorted: strings, aligner: model.aligner)
    let asked = bearers.indices.filter {
      !bearers[$0].plain.isEmpty || !bearers[$0].guessed.isEmpty
    }
    let all = bearers
    return parallelMap(count: asked.count, part: 64, threads: threads) { range -> [Found] in
      var scratch = AlignmentTrie.Scratch()
      var found: [Found] = []
      for number in range {
        let here = asked[number]
        let own = all[here]
        let most = (own.plain + own.guessed).map { limit($0.token) - $0.price / 2 - $0.reading }
          .max()!
        // A pair of plain strings is met from the first of the two.
        let place = own.guessed.isEmpty ? Self.place(of: here, in: places) : 0
        trie.forEachMatch(
          of: lexicon.string(UInt32(here)), from: UInt32(place), limit: most, scratch: &scratch
        ) { match in
          let there = places[Int(match.string)]
          for b in all[there].plain {
            for a in own.guessed where a.token != b.token { meet(a, b, match.cost, &found) }
            if there < here { continue }
            for a in own.plain where a.token != b.token || there == here {
              meet(a, b, match.cost, &found)
            }
          }
        }
      }
      return found
    }.flatMap { $0 }
  }

  private func meet(_ a: Bearer, _ b: Bearer, _ cost: Int32, _ found: inout [Found]) {
    add(
      a.token, b.token, spelling: cost + a.reading + b.reading, price: a.price + b.price,
      isInflected: a.isInflected || b.isInflected, to: &found)
  }

  /// The first place that is not before `string`.
  private static func place(of string: Int, in places: [Int]) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < string { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Keys

  /// Pairs that share a phonemic key.
  private func sharingReadings(threads: Int) -> [Found] {
    let tokens = lexicon.tokens
    let readings = parallelMap(count: tokens.count, part: 1024, threads: threads) { range in
      range.map { Shape.readings(of: tokens[$0].token, model) }
    }.flatMap { $0 }
    var bearers: [[UInt8]: [Bearer]] = [:]
    for (number, shapes) in readings.enumerated() {
      for shape in shapes {
        bearers[shape.symbols, default: []].append(
          Bearer(
            token: UInt32(number), price: shape.price, reading: shape.reading,
            isInflected: shape.case.isGuessed))
      }
    }
    var found: [Found] = []
    for sharers in bearers.values {
      for (place, a) in sharers.enumerated() {
        for b in sharers[(place + 1)...]
        where a.token != b.token
          && !(tokens[Int(a.token)].isJoined && tokens[Int(b.token)].isJoined)
        {
          meet(a, b, 0, &found)
        }
      }
    }
    return found
  }

  // MARK: Tables

  /// Pairs that a table calls forms of one name.
  private func equivalents() -> [Found] {
    var members: [UInt16: [(token: UInt32, price: Bits)]] = [:]
    for (number, token) in lexicon.tokens.enumerated() {
      for membership in token.groups {
        members[membership.group, default: []].append(
          (UInt32(number), Lexicon.price(membership.relation)))
      }
    }
    var found: [Found] = []
    for group in members.values {
      for (place, a) in group.enumerated() {
        // Two spellings of the name itself are for the alignment to judge.
        for b in group[(place + 1)...] where a.price + b.price > .zero {
          addBoth(
            a.token, b.token, (a.price + b.price).raw, isEquivalent: true, isInflected: false,
            to: &found)
        }
      }
    }
    return found
  }

  // MARK: Joined words

  /// Words written as one, and the single words whose coarse key they have.
  private func joined() -> [Found] {
    var singles: [[UInt8]: [(token: UInt32, form: IndexedForm)]] = [:]
    for (number, token) in lexicon.tokens.enumerated() where !token.isJoined && !token.isInitial {
      for form in token.forms where form.isWrittenJoined {
        singles[Phonemes.coarse(lexicon.string(form.string)), default: []]
          .append((UInt32(number), form))
      }
    }
    var found: [Found] = []
    for (number, token) in lexicon.tokens.enumerated() where token.isJoined {
      for form in token.forms {
        let symbols = lexicon.string(form.string)
        for single in singles[Phonemes.coarse(symbols)] ?? [] {
          let limit = min(limit(UInt32(number)), limit(single.token))
          if let cost = model.aligner.cost(
            symbols, lexicon.string(single.form.string), limit: limit)
          {
            add(
              UInt32(number), single.token,
              spelling: cost + form.reading + single.form.reading,
              price: form.price + single.form.price, isInflected: false, to: &found)
          }
        }
      }
    }
    return found
  }
}

extension IndexedForm {
  /// Whether two words may have been written as one so: as spelled, or Abd- and a name.
  fileprivate var isWrittenJoined: Bool { kind == .compound || (kind == nil && reading == 0) }

  /// Whether the token is seldom what the form takes it for.
  var isGuess: Bool {
    if self.case != .nominative { return true }
    switch kind {
    case .surnameStem, .reformedSurname, .kunyaName, .diminutive: return true
    case nil, .nominative, .masculineSurname, .patronymicStem, .compound: return false
    }
  }
}

extension TokenForm.Case {
  /// Whether the word may as well be a nominative.
  fileprivate var isGuessed: Bool { self == .possiblyOblique || self == .unlikelyOblique }
}

extension Lexicon.Neighbour {
  /// By token, the cheapest and plainest way to it first.
  fileprivate var rank: (UInt32, Int32, Int, Int) {
    (token, cost, isInflected ? 1 : 0, isEquivalent ? 1 : 0)
  }
}
