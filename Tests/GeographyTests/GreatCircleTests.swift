import Geography
import Testing
@Test func a() {}
