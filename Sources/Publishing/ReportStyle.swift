/// The head of a report: policy and style. Nothing may be loaded from anywhere.
package enum ReportStyle {
  /// - Parameters:
  ///   - title: escaped already.
  ///   - style: what a report has beyond the style of all; plain CSS.
  package static func head(title: String, style: String = "") -> String {
    """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title><style>\(common)\(style)</style></head><body>

    """
  }

  private static let common = """
    :root{color-scheme:light dark;--line:#ddd;--soft:#666;--paper:#fff;--ink:#1b1b1b}
    @media(prefers-color-scheme:dark){:root{--line:#3a3a3a;--soft:#a0a0a0;--paper:#161616;--ink:#eee}}
    body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:90rem;padding:0 1rem;\
    background:var(--paper);color:var(--ink)}
    h1{font-weight:600;margin:0 0 .3rem}header{margin-bottom:1.5rem}
    code{background:color-mix(in srgb,var(--ink) 8%,transparent);padding:.1em .4em;border-radius:4px}
    table{border-collapse:collapse;width:100%}
    th{text-align:left;font-weight:600;position:sticky;top:0;background:var(--paper)}
    th,td{border-bottom:1px solid var(--line);padding:.6rem;vertical-align:top}
    small{color:var(--soft)}.path{overflow-wrap:anywhere}
    .picture{display:block;width:15rem;max-height:15rem;border-radius:4px}
    .picture image{transform-box:view-box;transform-origin:0 0}
    .turn-90{transform:translateX(100%) rotate(90deg)}
    .turn-180{transform:translate(100%,100%) rotate(180deg)}
    .turn-270{transform:translateY(100%) rotate(270deg)}
    .picture rect{fill:none;stroke:#ff3b30}
    .picture text{fill:#fff;stroke:#000;paint-order:stroke;font-family:system-ui,sans-serif;\
    font-weight:600}
    .empty{color:var(--soft);font-style:italic}
    @media print{th{position:static}tr{break-inside:avoid}body{margin:0}}
    @media(max-width:50rem){thead{display:none}tr,td{display:block;border:0}\
    tr{border-bottom:1px solid var(--line);padding:1rem 0}td{padding:.2rem 0}}
    """
}
