import Testing

@testable import Inference

struct PrecisionTests {
  @Test(arguments: [
    (nil, Precision.automatic), ("", .automatic), ("f32", .f32), ("BF16", .bf16),
    ("automatic", .automatic),
  ])
  func `the environment says what networks compute with`(
    variable: String?, precision: Precision
  ) throws {
    #expect(try Precision.chosen(by: variable) == precision)
  }

  @Test func `what is asked for in code counts more than the environment`() throws {
    #expect(try Precision.f32.orAsConfigured() == .f32)
    #expect(try Precision.bf16.orAsConfigured() == .bf16)
  }

  @Test func `a precision that there is not is refused with those that there are`() {
    #expect {
      _ = try Precision.chosen(by: "f16")
    } throws: { error in
      "\(error)" == "MERIDIAN_PRECISION is f16. Set it to automatic, f32 or bf16, or unset it."
    }
  }
}
