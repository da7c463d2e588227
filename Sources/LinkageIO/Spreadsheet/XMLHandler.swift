#if XLSX
  internal import CExpat
  internal import Glibc

  /// A name of an element or attribute while Expat shows it, without its namespace.
  @safe struct XMLName {
    private let start: UnsafePointer<CChar>

    @inline(__always)
    fileprivate init(_ name: UnsafePointer<CChar>) {
      // Safety: Expat's strings are not empty and end in a NUL. Most names of a sheet are a letter.
      if unsafe name[1] == 0 {
        unsafe start = name
      } else if let colon = unsafe strchr(name, Int32(UInt8(ascii: ":"))) {
        unsafe start = UnsafePointer(colon + 1)
      } else {
        unsafe start = name
      }
    }

    /// The name where it is one letter; 0 where it is longer.
    var letter: UInt8 {
      @inline(__always) get {
        // Safety: what stands before a NUL is followed by something.
        unsafe start[0] != 0 && start[1] == 0 ? UInt8(bitPattern: start[0]) : 0
      }
    }

    @inline(__always)
    func `is`(_ other: StaticString) -> Bool {
      other.withUTF8Buffer { other in
        // Safety: both end in a NUL.
        unsafe strcmp(
          start, UnsafeRawPointer(other.baseAddress!).assumingMemoryBound(to: CChar.self)) == 0
      }
    }
  }

  /// The attributes of an element while Expat shows them.
  @safe struct XMLAttributes {
    private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

    fileprivate init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
      unsafe self.pairs = pairs
    }

    /// The bytes of the attribute's value; `nil` where there is none of the name.
    @inline(__always)
    func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
      var i = 0
      // Safety: names and values alternate, and a null pointer ends them.
      while let attribute = unsafe pairs[i] {
        if unsafe XMLName(attribute).is(name), let value = unsafe pairs[i + 1] {
          return unsafe UnsafeBufferPointer(
            start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: strlen(value)
          )
        }
        i += 2
      }
      return nil
    }

    /// The bytes of an attribute whose name is one letter.
    @inline(__always)
    func bytes(_ letter: UInt8) -> UnsafeBufferPointer<UInt8>? {
      var i = 0
      // Safety: as above; a name is not empty, so it has a second byte or ends in it.
      while let attribute = unsafe pairs[i] {
        if unsafe attribute[0] == CChar(letter) && attribute[1] == 0,
          let value = unsafe pairs[i + 1]
        {
          return unsafe UnsafeBufferPointer(
            start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: strlen(value)
          )
        }
        i += 2
      }
      return nil
    }

    /// The attribute's value.
    func text(_ name: StaticString) -> String? {
      unsafe bytes(name).map { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// The attribute's value as a number that is not negative.
    func number(_ name: StaticString) -> Int? {
      unsafe bytes(name).flatMap { unsafe DecimalDigits.value($0) }
    }
  }

  /// Takes what is in a file of XML, element by element.
  @safe class XMLHandler {
    /// Why reading stopped; set by a handler to stop it.
    var failure: SpreadsheetFailure?
    /// Set by a handler that has seen enough.
    var isDone = false
    fileprivate var parser: XML_Parser?
    fileprivate var depth = 0
    fileprivate var events = 0

    func start(_ name: XMLName, _ attributes: XMLAttributes) {}
    func end(_ name: XMLName) {}
    func characters(_ text: UnsafeBufferPointer<UInt8>) {}

    /// Ends the reading after this event.
    fileprivate func stopIfAsked() {
      if failure != nil || isDone { unsafe dizim_xml_stop(parser) }
    }
  }

  /// Expat, with everything refused that a spreadsheet has no need of: a document type, and with it entities.
  @safe struct XMLReader: ~Copyable {
    /// Deeper nesting is an attack on memory.
    private static let deepest = 128
    /// Expat begins a name or a comment again with each block; so many blocks without an end are an attack on time.
    private static let mostBlocksWithoutEvent = 16

    private let parser: XML_Parser
    private let handler: XMLHandler
    private var blocksWithoutEvent = 0

    init(_ handler: XMLHandler) {
      self.handler = handler
      unsafe parser = dizim_xml_parser()
      handler.depth = 0
      unsafe handler.parser = unsafe parser
      unsafe dizim_xml_set_user(parser, Unmanaged.passUnretained(handler).toOpaque())
      unsafe dizim_xml_on_elements(
        parser,
        { user, name, attributes in
          guard let name = unsafe name, let attributes = unsafe attributes else { return }
          let handler = unsafe XMLReader.handler(user)
          handler.events += 1
          handler.depth += 1
          if handler.depth > XMLReader.deepest {
            handler.failure = SpreadsheetFailure("the XML is nested too deeply")
          } else {
            unsafe handler.start(XMLName(name), XMLAttributes(attributes))
          }
          handler.stopIfAsked()
        },
        { user, name in
          guard let name = unsafe name else { return }
          let handler = unsafe XMLReader.handler(user)
          handler.events += 1
          handler.depth -= 1
          unsafe handler.end(XMLName(name))
          handler.stopIfAsked()
        })
      unsafe dizim_xml_on_characters(parser) { user, text, count in
        guard let text = unsafe text else { return }
        let handler = unsafe XMLReader.handler(user)
        handler.events += 1
        // Safety: Expat gives `count` bytes, which live until the call returns.
        unsafe handler.characters(
          UnsafeBufferPointer(
            start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: Int(count)))
        handler.stopIfAsked()
      }
      unsafe dizim_xml_on_document_type(parser) { user, _, _, _, _ in
        let handler = unsafe XMLReader.handler(user)
        handler.failure = SpreadsheetFailure(
          "the spreadsheet's XML has a document type, which is refused")
        handler.stopIfAsked()
      }
    }

    deinit {
      unsafe handler.parser = nil
      unsafe dizim_xml_free(parser)
    }

    /// Reads a block of the file; the last one may be empty.
    /// - Returns: Whether more is wanted.
    mutating func parse(
      _ bytes: UnsafeBufferPointer<CChar>, isLast: Bool = false
    ) throws(SpreadsheetFailure) -> Bool {
      let before = handler.events
      let isFine = unsafe dizim_xml_parse(
        parser, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
      if let failure = handler.failure { throw failure }
      if handler.isDone { return false }
      guard isFine != 0 else { throw SpreadsheetFailure("a part of the spreadsheet is no XML") }
      blocksWithoutEvent = handler.events == before ? blocksWithoutEvent + 1 : 0
      if blocksWithoutEvent > Self.mostBlocksWithoutEvent {
        throw SpreadsheetFailure("a name or a comment in the spreadsheet's XML has no end")
      }
      return true
    }

    private static func handler(_ user: UnsafeMutableRawPointer?) -> XMLHandler {
      // Safety: the reader holds the handler for as long as the parser exists.
      unsafe Unmanaged<XMLHandler>.fromOpaque(user!).takeUnretainedValue()
    }
  }

  extension ZipArchive {
    /// Reads an entry as XML.
    /// - Returns: Whether there is such an entry.
    func read(_ name: String, _ handler: XMLHandler) throws(SpreadsheetFailure) -> Bool {
      var reader = XMLReader(handler)
      let isThere = try unsafe inflate(name) { block throws(SpreadsheetFailure) in
        try unsafe reader.parse(block)
      }
      if isThere, !handler.isDone {
        _ = try unsafe reader.parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
      }
      return isThere
    }
  }
#endif
