package dev.migratable.cli;

import java.util.List;

/** Writes pages that need nothing beside themselves: no script, no image, no font, and no request of the browser. */
final class Html {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="UTF-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%%; }
            th, td { border-bottom: 1px solid #8886; padding: .4rem .6rem; text-align: left; vertical-align: top; }
            code, pre { font: 14px/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
            pre { background: #8881; overflow-x: auto; padding: .6rem; white-space: pre-wrap; }
            details { border: 1px solid #8886; border-radius: .3rem; margin: .4rem 0; padding: .3rem .6rem; }
            summary { cursor: pointer; }
            .facts { color: #777; }
            .risk { border-radius: .3rem; color: #fff; font-size: .8rem; font-weight: 600; padding: .1rem .4rem; }
            .DESTRUCTIVE { background: #6b1f1f; }
            .UNSAFE { background: #b3261e; }
            .CAUTION { background: #8a6100; }
            .SAFE { background: #1e6b34; }
            </style>
            </head>
            <body>
            """;

    private static final String TAIL = """
            </body>
            </html>
            """;

    private Html() {}

    /** Returns a page. */
    static String page(String title, String body) {
        return HEAD.formatted(text(title)) + body + TAIL;
    }

    /** Returns plain text as it may stand in an element or, quoted, in an attribute. */
    static String text(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> result.append("&amp;");
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '"' -> result.append("&quot;");
                case '\'' -> result.append("&#39;");
                default -> result.appendCodePoint(isShown(c) ? c : 0xFFFD);
            }
        });
        return result.toString();
    }

    /** Control characters have no place in a page, as in XML. */
    private static boolean isShown(int c) {
        return c == '\n'
                || c == '\t'
                || c >= ' ' && !(c >= 0x7F && c < 0xA0) && !(c >= 0xD800 && c <= 0xDFFF) && c < 0xFFFE
                || c >= 0x10000;
    }

    /** Returns code within a line. */
    static String code(String text) {
        return "<code>" + text(text) + "</code>";
    }

    /** Returns lines of SQL. */
    static String sql(List<String> lines) {
        return "<pre>" + text(String.join("\n", lines)) + "</pre>\n";
    }

    /** Returns a link. */
    static String link(String url, String text) {
        return "<a href=\"" + text(url) + "\" rel=\"noreferrer\">" + text(text) + "</a>";
    }
}
