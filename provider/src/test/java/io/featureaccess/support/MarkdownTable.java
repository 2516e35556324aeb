package io.featureaccess.support;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table as people write it in Markdown, so that a test can state one readably and compare it with a page of the docs. */
public record MarkdownTable(List<String> header, List<Map<String, String>> rows) {

    /** Reads the lines that begin with a bar: the header, the line of dashes, then the rows. */
    public static MarkdownTable parse(String text) {
        List<List<String>> lines = text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("|"))
                .map(MarkdownTable::cells)
                .toList();
        List<String> header = lines.get(0);
        List<Map<String, String>> rows =
                lines.stream().skip(2).map(cells -> row(header, cells)).toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a table without rows tests nothing");
        }
        return new MarkdownTable(header, rows);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(cell -> cell.replace("`", "").strip())
                .toList();
    }

    private static Map<String, String> row(List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(cells + " has not as many cells as " + header);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 0; column < cells.size(); column++) {
            row.put(header.get(column), cells.get(column));
        }
        return row;
    }
}
