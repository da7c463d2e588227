import TestSupport
import Testing

@testable import Linkage

@Suite struct ContentHashTests {
  /// Under the key 00 01 … 0f, message 00 01 …: from the reference implementation's table.
  @Test func publishedValues() throws {
    for row in try TestFiles.rows("Tests/LinkageTests/Vectors/siphash-2-4.tsv") {
      let length = try #require(UInt8(row[0]))
      var hash = ContentHash(k0: 0x0706_0504_0302_0100, k1: 0x0f0e_0d0c_0b0a_0908)
      hash.update(0..<length)
      #expect(hash.finish().hex == row[1], "\(length) bytes")
    }
  }

  @Test func numbersAreLittleEndianBytes() {
    var number = ContentHash()
    number.update(0x0807_0605_0403_0201 as UInt64)
    var bytes = ContentHash()
    bytes.update([1, 2, 3, 4, 5, 6, 7, 8])
    #expect(number.finish() == bytes.finish())
  }

  @Test func hexHasSixteenDigits() {
    #expect((0 as UInt64).hex == "0000000000000000" && UInt64.max.hex == "ffffffffffffffff")
    #expect((0xabc as UInt64).hex == "0000000000000abc")
  }
}
