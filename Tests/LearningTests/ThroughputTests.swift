import Testing

@testable import Learning

struct ThroughputTests {
  @Test func `speed is measured, and counted in the products of the shape`() throws {
    let measured = try LearningThroughput.measure(threads: 1, lasting: .milliseconds(50), turns: 2)
    #expect(measured.samplesPerSecond > 0)
    #expect(measured.productSamplesPerSecond > 0)
    #expect(
      abs(measured.ratio * measured.productSamplesPerSecond - measured.samplesPerSecond) < 0.01)
    // By hand for 16, 32 and 64 channels, in thousands: 2 · 2 · 16 · 27 · 4096 = 7,078;
    // 2 · 3 · 32 · 144 · 1024 = 28,312; 2 · 3 · 64 · 288 · 256 = 28,312.
    #expect(CNN3Shape.standard.productOperations == 7_077_888 + 28_311_552 + 28_311_552)
    #expect(
      abs(measured.productGigaflops / measured.productSamplesPerSecond * 1e9 - 63_700_992) < 1)
  }
}
