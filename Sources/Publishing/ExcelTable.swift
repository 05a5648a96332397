internal import CXlsxWriter
internal import Foundation
internal import Glibc
package import PhotoCore
package import Query

/// A table as an Excel workbook: frozen header, filter, real dates and numbers, no formulas.
package enum ExcelTable {
  /// A sheet has 2^20 rows, one of them the header.
  static let mostRows = 1_048_575

  /// Writes the workbook, under a temporary name until it is whole.
  ///
  /// - Parameter thresholds: from which confidence objects are shown.
  /// - Throws: ``PublishingError``.
  package static func write(
    _ photos: [PhotoRecord], thresholds: Thresholds, to path: String, overwrite: Bool
  ) throws(PublishingError) {
    guard photos.count <= mostRows else { throw .tooManyRows(photos.count) }
    guard overwrite || !FileManager.default.fileExists(atPath: path) else { throw .exists(path) }
    let temporary = "\(path).\(getpid()).incomplete"
    guard let workbook = workbook_new(temporary),
      let sheet = workbook_add_worksheet(workbook, "Photos")
    else { throw .notWritable(path, detail: "out of memory") }
    ExcelSheet(sheet, of: workbook).fill(with: photos, thresholds: thresholds)
    let result = workbook_close(workbook)
    guard result == LXW_NO_ERROR, rename(temporary, path) == 0 else {
      let words = result == LXW_NO_ERROR ? strerror(errno) : lxw_strerror(result)
      unlink(temporary)
      throw .notWritable(path, detail: words.map { String(cString: $0) } ?? "unknown")
    }
  }
}

/// A sheet of a workbook that is not yet closed, and the formats of its cells.
private struct ExcelSheet {
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let bold: UnsafeMutablePointer<lxw_format>?
  private let date: UnsafeMutablePointer<lxw_format>?

  init(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, of workbook: UnsafeMutablePointer<lxw_workbook>
  ) {
    self.sheet = sheet
    bold = workbook_add_format(workbook)
    format_set_bold(bold)
    date = workbook_add_format(workbook)
    format_set_num_format(date, "yyyy-mm-dd hh:mm:ss")
  }

  /// The header and a row for each photo.
  func fill(with photos: [PhotoRecord], thresholds: Thresholds) {
    let columns = TableColumn.all
    for (index, column) in columns.enumerated() {
      worksheet_write_string(sheet, 0, UInt16(index), column.name, bold)
      worksheet_set_column(sheet, UInt16(index), UInt16(index), Self.width(of: column.name), nil)
    }
    worksheet_freeze_panes(sheet, 1, 0)
    worksheet_autofilter(sheet, 0, 0, UInt32(photos.count), UInt16(columns.count - 1))
    for (row, photo) in photos.enumerated() {
      for (index, column) in columns.enumerated() {
        write(column.cell(photo, thresholds), row: UInt32(row + 1), column: UInt16(index))
      }
    }
  }

  private func write(_ cell: TableCell, row: UInt32, column: UInt16) {
    switch cell {
    case .empty: break
    case .number(let value): worksheet_write_number(sheet, row, column, value, nil)
    case .text(let text):
      // A cell holds 32,767 characters.
      worksheet_write_string(sheet, row, column, String(text.prefix(32_767)), nil)
    case .time(let time):
      let parts = time.components
      guard parts.year >= 1900 else {
        worksheet_write_string(sheet, row, column, time.description, nil)
        return
      }
      var moment = lxw_datetime(
        year: CInt(parts.year), month: CInt(parts.month), day: CInt(parts.day),
        hour: CInt(parts.hour), min: CInt(parts.minute),
        sec: Double(parts.second) + Double(parts.millisecond) / 1000)
      worksheet_write_datetime(sheet, row, column, &moment, date)
    }
  }

  private static func width(of column: String) -> Double {
    switch column {
    case "path", "objects": 50
    case "taken", "scene", "camera": 20
    default: 12
    }
  }
}
