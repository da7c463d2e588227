internal import CNameTables

/// A table of facts embedded in the program: tab-separated UTF-8 lines, `#` comments left out.
///
/// The tables are the linguist's: one rule a line, the last column naming the source.
@safe public struct NameTable: @unchecked Sendable {
  // Sendable: constants of the program, never written.
  private let bytes: UnsafeBufferPointer<UInt8>

  private init(_ table: dizim_table) {
    // Safety: the bytes are constants of the program and live as long as it does.
    unsafe bytes = UnsafeBufferPointer(start: table.bytes, count: table.size)
  }

  /// Calls `body` with the cells of each row, in the order of the file; comments and empty lines are skipped.
  /// - Complexity: O(bytes).
  public func forEachRow(_ body: (_ cells: [TableCell]) -> Void) {
    guard let start = unsafe bytes.baseAddress else { return }
    let count = unsafe bytes.count
    var cells: [TableCell] = []
    var (line, cell) = (0, 0)
    while line < count {
      let place = unsafe Self.endOfCell(start, from: cell, count: count)
      unsafe cells.append(TableCell(table: start, range: cell..<place))
      cell = place + 1
      // Safety: the places up to the count are the buffer's.
      if place < count, unsafe start[place] == UInt8(ascii: "\t") { continue }
      // Safety: the line begins inside the buffer, and is not empty.
      if place > line, unsafe start[line] != UInt8(ascii: "#") { body(cells) }
      cells.removeAll(keepingCapacity: true)
      line = cell
    }
  }

  /// Where the cell at `place` ends: at a tab or newline, or where the table does.
  ///
  /// Safety: there are `count` bytes at `start`.
  @unsafe private static func endOfCell(
    _ start: UnsafePointer<UInt8>, from place: Int, count: Int
  ) -> Int {
    var place = place
    while place &+ 8 <= count {
      // Safety: there are eight bytes from the place on.
      let eight = unsafe UInt64(
        littleEndian: UnsafeRawPointer(start + place).loadUnaligned(as: UInt64.self))
      // The high bit of a byte below 11 is set by taking 11 away, and that of the first such byte by nothing else.
      let ends = (eight &- 0x0B0B_0B0B_0B0B_0B0B) & ~eight & 0x8080_8080_8080_8080
      if ends != 0 { return place &+ ends.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < count, unsafe start[place] > UInt8(ascii: "\n") { place &+= 1 }
    return place
  }

  /// Calls `body` with the bytes of the table.
  package func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    // Safety: the bytes are constants of the program.
    unsafe body(Span(_unsafeElements: bytes))
  }

  /// Phoneme symbols with their classes.
  public static let phonemes = unsafe NameTable(dizim_table_phonemes())
  /// What each grapheme of either script stands for.
  public static let graphemes = unsafe NameTable(dizim_table_graphemes())
  /// What in a Latin word gives the habit of its writer away.
  public static let habits = unsafe NameTable(dizim_table_habits())
  /// Which phonemes are heard as one.
  public static let sounds = unsafe NameTable(dizim_table_sounds())
  /// Letters of further scripts in Latin ones.
  public static let scripts = unsafe NameTable(dizim_table_scripts())
  /// Letters of one script typed for those of the other.
  public static let homoglyphs = unsafe NameTable(dizim_table_homoglyphs())
  /// Apostrophes, quotation marks, dashes, blanks and invisible characters.
  public static let marks = unsafe NameTable(dizim_table_marks())
  /// What each move of an alignment costs; written by `dizim train alignment`.
  public static let alignment = unsafe NameTable(dizim_table_alignment())
  /// What pairs of symbols cost at most that no counted pair shows; set by hand.
  public static let alignmentByHand = unsafe NameTable(dizim_table_alignment_by_hand())
  /// How common names are, by coarse key; written by `dizim train background`.
  public static let nameRates = unsafe NameTable(dizim_table_name_rates())
  /// How likely one phoneme symbol follows another in names; written by `dizim train background`.
  public static let symbolBigrams = unsafe NameTable(dizim_table_symbol_bigrams())
  /// Words by which lists say a person's gender.
  public static let genderWords = unsafe NameTable(dizim_table_gender_words())
  /// How patronymics are made from fathers' names.
  public static let patronymicAffixes = unsafe NameTable(dizim_table_patronymic_affixes())
  /// Endings of surnames with their gender.
  public static let surnameSuffixes = unsafe NameTable(dizim_table_surname_suffixes())
  /// Oblique case endings put back into the nominative.
  public static let caseEndings = unsafe NameTable(dizim_table_case_endings())
  /// Given names that can be one person's: short forms, translations, doublets.
  public static let nameEquivalents = unsafe NameTable(dizim_table_name_equivalents())
  /// Titles, particles and notes in a name's cell.
  public static let titles = unsafe NameTable(dizim_table_titles())
  /// Words that tell an elder and a younger of one name apart.
  public static let generationWords = unsafe NameTable(dizim_table_generation_words())
  /// Common given names with their gender.
  public static let givenNames = unsafe NameTable(dizim_table_given_names())
  /// Last parts of compound given names.
  public static let nameElements = unsafe NameTable(dizim_table_name_elements())
  /// Words of which Arabic given names are put together: Abdul, al, ad-Din.
  public static let compoundWords = unsafe NameTable(dizim_table_compound_words())
  /// Endings of diminutives and of polite address.
  public static let diminutiveEndings = unsafe NameTable(dizim_table_diminutive_endings())
  /// How Russian spells Belarusian, Armenian and Korean names.
  public static let russianSpelling = unsafe NameTable(dizim_table_russian_spelling())
  /// Syllables of Chinese, Korean and Vietnamese names in their systems of spelling.
  public static let syllables = unsafe NameTable(dizim_table_syllables())

  /// How each system of romanisation writes each letter.
  public static let romanisation = unsafe NameTable(dizim_table_romanisation())
  /// Systems of romanisation by language and name.
  public static let romanisationSystems = unsafe NameTable(dizim_table_romanisation_systems())
  /// The Cyrillic letters of each language.
  public static let cyrillicAlphabets = unsafe NameTable(dizim_table_cyrillic_alphabets())
  /// Words that tell what else than a name stands in a cell of names.
  public static let cellWords = unsafe NameTable(dizim_table_cell_words())
  /// Words in dates of birth.
  public static let dateWords = unsafe NameTable(dizim_table_date_words())
  /// Words that head a column, with the kind each stands for.
  public static let headers = unsafe NameTable(dizim_table_headers())
  /// What the bytes of the usual encodings of one byte a character stand for.
  public static let codePages = unsafe NameTable(dizim_table_code_pages())
  /// Which letter follows which in names, by script; written by `dizim train letters`.
  public static let letterPairs = unsafe NameTable(dizim_table_letter_pairs())
  /// Regions and the towns that lie in them; written by `scripts/places.py`.
  public static let places = unsafe NameTable(dizim_table_places())
  /// What a comparison says, in each language.
  public static let reasons = unsafe NameTable(dizim_table_reasons())
}
