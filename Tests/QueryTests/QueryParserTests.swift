import Query
import Testing
@Test func a() {}
