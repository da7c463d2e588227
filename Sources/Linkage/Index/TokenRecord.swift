internal import NameIndex
internal import NameSimilarity
internal import NameText

/// A token of an index with everything that is worked out once for it, as far as finding and scoring go.
struct TokenRecord: Sendable {
  /// A string of sounds that the token may be read as.
  struct Form: Sendable {
    var symbols: [UInt8]
    var price: Int32
    var reading: Int32
    var kind: TokenForm.Kind?
    var `case`: TokenForm.Case
    /// Of its coarse key, where two words may have been written as one so.
    var coarse: UInt32
  }

  /// A phonemic key, known by a hash.
  struct Reading: Sendable {
    var key: UInt32
    var price: Int32
    var reading: Int32
    var kind: TokenForm.Kind?
    var `case`: TokenForm.Case
  }

  var role: Role
  var gender: Gender?
  var isJoined: Bool
  var information: Bits
  /// As it is spelled.
  var symbols: [UInt8]
  var opening: TokenOpening
  var abbreviates: UInt64
  var forms: [Form]
  var readings: [Reading]
  var groups: [NameEquivalents.Membership]
  var known: KnownName?

  /// What the scorer asks of a token for every pair.
  var traits: TokenTraits {
    TokenTraits(
      isInitial: role == .initial, symbols: symbols, opening: opening, abbreviates: abbreviates,
      isDerived: forms.contains { $0.kind?.isOfAnothersName ?? false })
  }
}

/// A token with the keys by which others find it.
struct KeyedToken: Sendable {
  var record: TokenRecord
  /// By which all spellings of its name are counted together.
  var counted: [UInt8]
  /// The coarse keys of its forms and readings.
  var keys: [[UInt8]]
  /// That of its spelling; `nil` for initials and words joined.
  var spelled: [UInt8]?

  /// What is worked out for `token`; how rare it is follows from how often its name `occurs`.
  init(
    _ token: NameToken, _ model: NameModel,
    occurrences: (_ coarse: [UInt8]) throws(IndexError) -> (UInt64, total: UInt64)
  ) throws(IndexError) {
    let symbols = model.symbols(of: token)
    counted = model.coarseKey(of: token, spelled: symbols)
    let read = TokenReadings(token, spelled: symbols, model)
    let groups = model.groups(of: token)
    let (count, total) = try occurrences(counted)
    record = TokenRecord(
      role: token.role, gender: token.gender, isJoined: token.isJoined,
      information: model.rarity(of: token, symbols: symbols, coarse: counted)
        .information(occurrences: count, total: total),
      symbols: symbols,
      opening: model.opening(
        of: token, spelled: symbols, readings: read.readingsOfToken, groups: groups),
      abbreviates: token.role == .initial ? Phonemes.soundsAbbreviated(as: token.text) : 0,
      forms: [], readings: [], groups: groups, known: model.knownName(token))
    keys = []
    func add(_ key: [UInt8]) { if !keys.contains(key) { keys.append(key) } }
    for shape in read.shapes {
      let coarse = Phonemes.coarse(shape.symbols)
      add(coarse)
      let isWrittenJoined = IndexedForm(shape, string: 0).isWrittenJoined
      record.forms.append(
        TokenRecord.Form(
          symbols: shape.symbols, price: shape.price, reading: shape.reading, kind: shape.kind,
          case: shape.case,
          coarse: isWrittenJoined
            ? UInt32(truncatingIfNeeded: DeletionJoin.hash(of: coarse.span)) : 0))
    }
    spelled = token.isJoined ? nil : read.shapes.first.map { Phonemes.coarse($0.symbols) }
    for shape in read.readings {
      add(Phonemes.coarse(shape.symbols))
      record.readings.append(
        TokenRecord.Reading(
          key: UInt32(truncatingIfNeeded: DeletionJoin.hash(of: shape.symbols.span)),
          price: shape.price,
          reading: shape.reading, kind: shape.kind, case: shape.case))
    }
  }
}

// MARK: In an index

extension RecordWriter {
  /// Adds what an index keeps of a token beside its head and its forms.
  mutating func append(_ token: TokenRecord) {
    byte(UInt8(token.readings.count))
    for reading in token.readings {
      byte(Self.code(of: reading.kind, reading.case))
      varint(Int(reading.price))
      varint(Int(reading.reading))
      number(reading.key)
    }
    if !token.groups.isEmpty {
      byte(UInt8(token.groups.count))
      for membership in token.groups {
        number(membership.group)
        byte(membership.relation.rawValue)
      }
    }
    number(token.opening.sounds.own)
    number(token.opening.sounds.ofOthers)
    number(token.opening.letters)
    if token.role == .initial {
      number(token.abbreviates)
      string(token.symbols)
    }
    if let known = token.known {
      number(known.key)
      varint(known.groups.count)
      for group in known.groups { number(group) }
    }
    for form in token.forms
    where IndexedForm.isWrittenJoined(form.kind, reading: form.reading) {
      number(form.coarse)
    }
    // Symbols that are no first form's stand by themselves.
    precondition(token.role == .initial || token.forms.first?.symbols == token.symbols)
  }

  static func code(of kind: TokenForm.Kind?, _ grammaticalCase: TokenForm.Case) -> UInt8 {
    (kind.map { $0.rawValue + 1 } ?? 0) | grammaticalCase.rawValue << 4
  }

  static func code(of gender: Gender?) -> UInt8 { gender.map { $0.rawValue + 1 } ?? 0 }
}

extension ByteReader {
  static func gender(_ code: UInt8) throws(IndexError) -> Gender? {
    if code == 0 { return nil }
    guard let gender = Gender(rawValue: code - 1) else { throw .damaged }
    return gender
  }

  /// What is behind a form or a reading, and why it is one.
  static func formKind(_ code: UInt8) throws(IndexError) -> (TokenForm.Kind?, TokenForm.Case) {
    guard let grammaticalCase = TokenForm.Case(rawValue: code >> 4) else { throw .damaged }
    if code & 15 == 0 { return (nil, grammaticalCase) }
    guard let kind = TokenForm.Kind(rawValue: code & 15 - 1) else { throw .damaged }
    return (kind, grammaticalCase)
  }

  /// Sounds, each 1 to 63, as many as are compared at most.
  mutating func symbols() throws(IndexError) -> [UInt8] {
    let symbols = try string()
    guard symbols.count <= AlignmentTrie.longest, symbols.allSatisfy({ (1...63).contains($0) })
    else { throw .damaged }
    return symbols
  }

  /// Completes a token of which the head and the forms are known.
  mutating func complete(_ token: inout TokenRecord, _ head: TokenHead) throws(IndexError) {
    for _ in 0..<Int(try byte()) {
      let (kind, grammaticalCase) = try Self.formKind(try byte())
      let (price, reading) = (try amount(), try amount())
      token.readings.append(
        TokenRecord.Reading(
          key: try number(UInt32.self), price: price, reading: reading, kind: kind,
          case: grammaticalCase))
    }
    if head.hasGroups {
      for _ in 0..<Int(try byte()) {
        let group = try number(UInt16.self)
        guard let relation = NameEquivalents.Relation(rawValue: try byte()) else { throw .damaged }
        token.groups.append(NameEquivalents.Membership(group: group, relation: relation))
      }
    }
    token.opening.sounds.own = try number(UInt64.self)
    token.opening.sounds.ofOthers = try number(UInt64.self)
    token.opening.letters = try number(UInt64.self)
    if token.role == .initial {
      token.abbreviates = try number(UInt64.self)
      token.symbols = try symbols()
    } else {
      token.symbols = token.forms.first?.symbols ?? []
    }
    if head.isKnown {
      let key = try number(UInt64.self)
      var groups: [UInt16] = []
      for _ in 0..<(try varint()) { groups.append(try number(UInt16.self)) }
      token.known = KnownName(key: key, groups: groups)
    }
    for place in token.forms.indices
    where IndexedForm.isWrittenJoined(
      token.forms[place].kind, reading: token.forms[place].reading)
    {
      token.forms[place].coarse = try number(UInt32.self)
    }
  }
}

extension IndexTables {
  /// All that is known of a token.
  func token(_ number: Int) throws(IndexError) -> TokenRecord {
    let head = try tokenHead(number)
    var token = TokenRecord(
      role: try head.role(), gender: try head.gender(), isJoined: head.isJoined,
      information: Bits(raw: head.information), symbols: [], opening: TokenOpening(),
      abbreviates: 0, forms: [],
      readings: [], groups: [], known: nil)
    try forms.forEach(of: number..<number + 1) { _, form, place throws(IndexError) in
      let (kind, grammaticalCase) = try form.kind()
      var symbols: [UInt8] = []
      symbols.reserveCapacity(place.count)
      try forms.symbols.forEach(in: place) { symbol throws(IndexError) in
        guard (1...63).contains(symbol) else { throw .damaged }
        symbols.append(symbol)
      }
      token.forms.append(
        TokenRecord.Form(
          symbols: symbols, price: form.price, reading: form.reading, kind: kind,
          case: grammaticalCase, coarse: 0))
    }
    var reader = try tokens[number]
    try reader.complete(&token, head)
    return token
  }

  /// What is asked first of a token.
  func tokenHead(_ number: Int) throws(IndexError) -> TokenHead {
    TokenHead(bits: try tokenHeads[number])
  }
}
