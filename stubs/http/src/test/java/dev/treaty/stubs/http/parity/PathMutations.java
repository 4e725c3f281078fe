package dev.treaty.stubs.http.parity;

import dev.treaty.pacts.testing.RawHttp.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Differences in the first line of a request, the query left alone. */
final class PathMutations {

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    /** An escape that stands for what a target may have: printable ASCII. */
    private static final Pattern ASCII = Pattern.compile("%(2[1-9A-Fa-f]|[3-6][0-9A-Fa-f]|7[0-9A-Ea-e])");

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<String> PIECES = List.of(
            "x", "1", "b", "A", "-", ".", "~", "+", "*", "%20", "%2F", "%C3%A9", ";v=1", "(", "$", "=", ":", "@");
    private static final List<String> NO_URI =
            List.of("|", "{x}", "\"", "<", ">", "\\", "^", "`", "[", "%zz", "%", "%2");
    private static final List<String> OTHERS =
            List.of("/", "/a", "/b", "/a/b", "/a/1", "/a/x", "/b/1", "/a.b", "/A", "//a", "*", "a", "/a%2Fb", "/%61");

    private PathMutations() {}

    static List<RequestMutation> all() {
        var changes = new ArrayList<RequestMutation>();
        changes.add(new RequestMutation("method: small letters", (request, place, value) -> inSmallLetters(request)));
        changes.add(new RequestMutation(
                "method: another",
                (request, place, value) -> request.withMethod(RequestMutation.pick(METHODS, value))));
        changes.add(new RequestMutation(
                "path: a fragment",
                (request, place, value) ->
                        isDone(request) ? request : request.withTarget(request.target() + "#fragment")));
        add(changes, "a slash at the end", path -> path + "/");
        add(
                changes,
                "no slash at the end",
                path -> path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path);
        add(changes, "a slash more at the start", path -> "/" + path);
        add(changes, "a host after two slashes", path -> "//host" + path);
        add(changes, "the absolute form", path -> absolute("http://localhost", path));
        add(changes, "the absolute form in capitals", path -> absolute("HTTP://localhost", path));
        add(changes, "the absolute form of another host", path -> absolute("http://host:1", path));
        add(changes, "a segment more", path -> path + "/x");
        add(changes, "a segment less", path -> path.substring(0, Math.max(1, path.lastIndexOf('/'))));
        add(
                changes,
                "other letters",
                path -> path.equals(path.toLowerCase(Locale.ROOT))
                        ? path.toUpperCase(Locale.ROOT)
                        : path.toLowerCase(Locale.ROOT));
        add(
                changes,
                "escapes in other letters",
                path -> ESCAPE.matcher(path).replaceAll(match -> otherLetters(match.group())));
        add(changes, "an escape decoded", PathMutations::decoded);
        addAt(changes, "two slashes", (path, place, value) -> path.replaceFirst("/", "//"));
        addAt(changes, "a character less", (path, place, value) -> spliced(path, place, 1, ""));
        addAt(
                changes,
                "a piece more",
                (path, place, value) -> spliced(path, place, 0, RequestMutation.pick(PIECES, value)));
        addAt(
                changes,
                "another piece",
                (path, place, value) -> spliced(path, place, 1, RequestMutation.pick(PIECES, value)));
        addAt(changes, "encoded without need", (path, place, value) -> encoded(path, place, "%%%02X"));
        addAt(changes, "encoded without need in small letters", (path, place, value) -> encoded(path, place, "%%%02x"));
        addAt(
                changes,
                "a URL inside",
                (path, place, value) -> path.startsWith("/") ? spliced(path, place, 0, "http://host") : path);
        addAt(
                changes,
                "dot segments",
                (path, place, value) -> spliced(path, place, 0, value % 2 == 0 ? "/." : "/x/.."));
        addAt(changes, "no URI", (path, place, value) -> spliced(path, place, 0, RequestMutation.pick(NO_URI, value)));
        addAt(changes, "another", (path, place, value) -> RequestMutation.pick(OTHERS, value));
        return changes;
    }

    private interface PathEdit {
        String apply(String path, int place, int value);
    }

    private static void add(List<RequestMutation> changes, String name, UnaryOperator<String> edit) {
        addAt(changes, name, (path, place, value) -> edit.apply(path));
    }

    private static void addAt(List<RequestMutation> changes, String name, PathEdit edit) {
        changes.add(new RequestMutation("path: " + name, (request, place, value) -> {
            var start = request.target().indexOf('?');
            var query = start < 0 ? "" : request.target().substring(start);
            var path = request.target().substring(0, request.target().length() - query.length());
            return isDone(request) ? request : request.withTarget(edit.apply(path, place, value) + query);
        }));
    }

    /** Whether a target has the absolute form or a fragment, which nothing is to be changed in. */
    static boolean isDone(Request request) {
        return request.target().toLowerCase(Locale.ROOT).startsWith("http://")
                || request.target().contains("#");
    }

    /** With some characters taken out somewhere behind the first slash, and others put there. */
    static String spliced(String text, int place, int taken, String put) {
        var at = text.isEmpty() ? 0 : Math.min(1, text.length()) + Math.floorMod(place, text.length());
        var from = Math.min(at, text.length());
        return text.substring(0, from) + put + text.substring(Math.min(text.length(), from + taken));
    }

    private static String encoded(String path, int place, String format) {
        if (path.length() < 2) {
            return path;
        }
        var at = 1 + Math.floorMod(place, path.length() - 1);
        return path.charAt(at) == '%' ? path : spliced(path, at - 1, 1, format.formatted((int) path.charAt(at)));
    }

    /** The JDK's server does not know "head", and sends a body, which no client could tell from the next answer. */
    private static Request inSmallLetters(Request request) {
        return request.method().equals("HEAD")
                ? request
                : request.withMethod(request.method().toLowerCase(Locale.ROOT));
    }

    /** As proxies are asked (RFC 9112, section 3.2.2); of paths that could be no host, as any client's is. */
    private static String absolute(String host, String path) {
        return path.startsWith("/") && !path.startsWith("//") ? host + path : path;
    }

    private static String decoded(String path) {
        var escape = ASCII.matcher(path);
        return escape.find()
                ? path.substring(0, escape.start())
                        + (char) Integer.parseInt(escape.group().substring(1), 16)
                        + path.substring(escape.end())
                : path;
    }

    static String otherLetters(String escape) {
        var upper = escape.toUpperCase(Locale.ROOT);
        return escape.equals(upper) ? escape.toLowerCase(Locale.ROOT) : upper;
    }
}
