import PhotoCore
import Testing

struct PercentTests {
  @Test(arguments: [
    (0.0, "0 %", "0.0 %"), (0.274, "27 %", "27.4 %"), (0.125, "13 %", "12.5 %"),
    (0.9996, "100 %", "100.0 %"), (1, "100 %", "100.0 %"), (0.0625, "6 %", "6.3 %"),
    (-0.002, "0 %", "-0.2 %"), (-0.0004, "0 %", "0.0 %"), (-0.031, "-3 %", "-3.1 %"),
  ])
  func `a share is written whole or with tenths`(share: Double, whole: String, tenths: String) {
    #expect(Percent.text(share) == whole)
    #expect(Percent.text(share, .tenths) == tenths)
    #expect(Percent.number(share, .tenths) + " %" == tenths)
  }

  @Test(arguments: [nil, Double.nan, Double.infinity, -Double.infinity, 1e300] as [Double?])
  func `what is no share is a dash`(share: Double?) {
    #expect(Percent.text(share) == "–")
    #expect(Percent.text(share, .tenths) == "–")
  }
}
