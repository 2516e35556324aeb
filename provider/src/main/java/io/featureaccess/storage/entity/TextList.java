package io.featureaccess.storage.entity;

import java.util.ArrayList;
import java.util.List;

/** A list of texts in one column: each ends with a newline; newlines and backslashes inside are escaped. */
public final class TextList {

    private TextList() {}

    public static String write(List<String> texts) {
        StringBuilder written = new StringBuilder();
        texts.forEach(text ->
                written.append(text.replace("\\", "\\\\").replace("\n", "\\n")).append('\n'));
        return written.toString();
    }

    public static List<String> read(String written) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\n') {
                texts.add(text.toString());
                text.setLength(0);
            } else if (c == '\\') {
                char escaped = written.charAt(++i);
                text.append(escaped == 'n' ? '\n' : escaped);
            } else {
                text.append(c);
            }
        }
        return List.copyOf(texts);
    }
}
