package io.featureaccess.it.harness;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody at a browser without scripts: it keeps cookies, follows redirects, submits the forms that pages would submit by
 * themselves, and types a name and its password where a page asks for them.
 */
public final class Browser {

    private static final int MOST_PAGES = 20;
    private static final Pattern FORM =
            Pattern.compile("<form\\b[^>]*?\\baction=\"([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String username;

    /** @param username also the password */
    public Browser(String username) {
        this.username = username;
    }

    /**
     * Begins at one address and goes on until it is sent to another site.
     *
     * @param elsewhere what the other site's address begins with
     * @return that address, as the browser was sent there
     */
    public URI walk(URI start, String elsewhere) {
        Answer page = get(start);
        URI at = start;
        for (int i = 0; i < MOST_PAGES; i++) {
            if (page.status() == 302 || page.status() == 303) {
                at = at.resolve(page.header("Location"));
                if (at.toString().startsWith(elsewhere)) {
                    return at;
                }
                page = get(at);
            } else {
                Matcher form = FORM.matcher(page.expect(200).body());
                if (!form.find()) {
                    throw new AssertionError("a page that leads nowhere: " + page);
                }
                at = at.resolve(unescaped(form.group(1)));
                page = post(at, fields(form.group(2), page));
            }
        }
        throw new AssertionError("no end of pages: " + page);
    }

    private List<Map.Entry<String, String>> fields(String form, Answer page) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        boolean login = form.contains("name=\"password\"");
        if (login && page.body().contains("kc-feedback")) {
            throw new AssertionError("the login was refused: " + page);
        }
        Matcher input = INPUT.matcher(form);
        while (input.find()) {
            String type = attribute(input.group(), "type");
            if (type.equals("hidden")) {
                fields.add(Map.entry(attribute(input.group(), "name"), attribute(input.group(), "value")));
            }
        }
        if (login) {
            fields.add(Map.entry("username", username));
            fields.add(Map.entry("password", username));
        } else if (fields.stream().noneMatch(field -> field.getKey().startsWith("SAML"))) {
            throw new AssertionError("a form that asks for something: " + page);
        }
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE)
                .matcher(tag);
        return matcher.find() ? unescaped(matcher.group(1)) : "";
    }

    private static String unescaped(String html) {
        return html.replace("&amp;", "&")
                .replace("&#61;", "=")
                .replace("&quot;", "\"")
                .replace("&#43;", "+");
    }

    private Answer get(URI address) {
        return kept(address, Http.send("GET", address, headers(address), null));
    }

    private Answer post(URI address, List<Map.Entry<String, String>> fields) {
        return kept(address, Http.form(address, headers(address), fields));
    }

    private Map<String, String> headers(URI address) {
        List<String> sent = new ArrayList<>();
        cookies.forEach((key, value) -> {
            String path = key.substring(0, key.indexOf(' '));
            if (address.getPath().startsWith(path)) {
                sent.add(key.substring(key.indexOf(' ') + 1) + "=" + value);
            }
        });
        return sent.isEmpty() ? Map.of() : Map.of("Cookie", String.join("; ", sent));
    }

    private Answer kept(URI address, Answer answer) {
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] parts = cookie.split(";\\s*");
            int equals = parts[0].indexOf('=');
            String path = "/";
            for (String part : parts) {
                path = part.toLowerCase(java.util.Locale.ROOT).startsWith("path=") ? part.substring(5) : path;
            }
            cookies.put(path + " " + parts[0].substring(0, equals), parts[0].substring(equals + 1));
        }
        return answer;
    }
}
