/// The shapes of tokens that one token is to be aligned with, each string once: Иванов, Ivanov and what Иванова is without
/// her ending are one string, and of all that a token is compared with a third would stand there again.
struct LaidShapes {
  /// A shape with the string, and of which token it is.
  struct Source {
    /// The token's place among those compared.
    var candidate: UInt32
    /// The shape's place among those of all tokens.
    var form: UInt32
    /// The place behind that of the next source of the string; 0 where there is none.
    fileprivate var next: UInt32
  }

  private var strings: [UInt32] = []
  /// For each of them the place behind that of its first source.
  private var first: [UInt32] = []
  private var sources: [Source] = []
  /// How many strings are no mere guesses; those that are stand behind them.
  private var plain = 0
  private var guesses: [(string: UInt32, candidate: UInt32, form: UInt32)] = []
  /// For each string there is the place behind its own among those laid out; 0 where it is not.
  private var places: [UInt32] = []

  /// Begins anew, with shapes that are numbered among so many strings.
  mutating func begin(strings count: Int) {
    for string in strings { places[Int(string)] = 0 }
    if places.count < count { places += repeatElement(0, count: count - places.count) }
    strings.removeAll(keepingCapacity: true)
    first.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    guesses.removeAll(keepingCapacity: true)
    plain = 0
  }

  /// Adds a shape of a candidate; a guess waits for `addGuesses`.
  mutating func add(_ form: TokenShapes.Form, number: UInt32, of candidate: UInt32) {
    if form.isGuess {
      guesses.append((form.string, candidate, number))
    } else {
      add(form.string, candidate, number)
    }
  }

  /// Lays the guesses behind the others.
  mutating func addGuesses() {
    plain = strings.count
    for guess in guesses { add(guess.string, guess.candidate, guess.form) }
  }

  private mutating func add(_ string: UInt32, _ candidate: UInt32, _ form: UInt32) {
    if places[Int(string)] == 0 {
      strings.append(string)
      first.append(0)
      places[Int(string)] = UInt32(strings.count)
    }
    let place = Int(places[Int(string)]) - 1
    sources.append(Source(candidate: candidate, form: form, next: first[place]))
    first[place] = UInt32(sources.count)
  }

  /// The strings to align a shape with: a guess that meets a guess says nothing.
  func strings(besideGuess isGuess: Bool) -> ArraySlice<UInt32> {
    isGuess ? strings[..<plain] : strings[...]
  }

  /// Calls `body` with the shapes that have the string at a place.
  func forEachSource(of place: Int, _ body: (Source) -> Void) {
    var next = first[place]
    while next != 0 {
      let source = sources[Int(next) - 1]
      body(source)
      next = source.next
    }
  }
}
