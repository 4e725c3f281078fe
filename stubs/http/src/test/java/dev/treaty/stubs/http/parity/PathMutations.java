package dev.treaty.stubs.http.parity;

import dev.treaty.pacts.testing.RawHttp.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Changes to the method and the path of a request. */
final class PathMutations {

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    /** An escaped character that a target may contain: printable ASCII. */
    private static final Pattern ASCII = Pattern.compile("%(2[1-9A-Fa-f]|[3-6][0-9A-Fa-f]|7[0-9A-Ea-e])");

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<String> PIECES = List.of(
            "x", "1", "b", "A", "-", ".", "~", "+", "*", "%20", "%2F", "%C3%A9", ";v=1", "(", "$", "=", ":", "@");
    private static final List<String> NOT_URI =
            List.of("|", "{x}", "\"", "<", ">", "\\", "^", "`", "[", "%zz", "%", "%2");
    private static final List<String> OTHERS =
            List.of("/", "/a", "/b", "/a/b", "/a/1", "/a/x", "/b/1", "/a.b", "/A", "//a", "*", "a", "/a%2Fb", "/%61");

    private PathMutations() {}

    static List<RequestMutation> all() {
        var mutations = new ArrayList<RequestMutation>();
        mutations.add(new RequestMutation("method: lower case", (request, place, value) -> inLowerCase(request)));
        mutations.add(new RequestMutation(
                "method: another",
                (request, place, value) -> request.withMethod(RequestMutation.pick(METHODS, value))));
        mutations.add(new RequestMutation(
                "path: a fragment",
                (request, place, value) ->
                        isFinal(request) ? request : request.withTarget(request.target() + "#fragment")));
        add(mutations, "a slash at the end", path -> path + "/");
        add(
                mutations,
                "no slash at the end",
                path -> path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path);
        add(mutations, "an additional slash at the start", path -> "/" + path);
        add(mutations, "a host after two slashes", path -> "//host" + path);
        add(mutations, "the absolute form", path -> absolute("http://localhost", path));
        add(mutations, "the absolute form in upper case", path -> absolute("HTTP://localhost", path));
        add(mutations, "the absolute form of another host", path -> absolute("http://host:1", path));
        add(mutations, "a segment added", path -> path + "/x");
        add(mutations, "a segment removed", path -> path.substring(0, Math.max(1, path.lastIndexOf('/'))));
        add(
                mutations,
                "the other case",
                path -> path.equals(path.toLowerCase(Locale.ROOT))
                        ? path.toUpperCase(Locale.ROOT)
                        : path.toLowerCase(Locale.ROOT));
        add(
                mutations,
                "escapes in the other case",
                path -> ESCAPE.matcher(path).replaceAll(match -> otherCase(match.group())));
        add(mutations, "an escape decoded", PathMutations::decoded);
        addAt(mutations, "two slashes", (path, place, value) -> path.replaceFirst("/", "//"));
        addAt(mutations, "a character removed", (path, place, value) -> spliced(path, place, 1, ""));
        addAt(
                mutations,
                "a piece inserted",
                (path, place, value) -> spliced(path, place, 0, RequestMutation.pick(PIECES, value)));
        addAt(
                mutations,
                "a piece replaced",
                (path, place, value) -> spliced(path, place, 1, RequestMutation.pick(PIECES, value)));
        addAt(mutations, "encoded needlessly", (path, place, value) -> encoded(path, place, "%%%02X"));
        addAt(mutations, "encoded needlessly in lower case", (path, place, value) -> encoded(path, place, "%%%02x"));
        addAt(
                mutations,
                "a URL inside",
                (path, place, value) -> path.startsWith("/") ? spliced(path, place, 0, "http://host") : path);
        addAt(
                mutations,
                "dot segments",
                (path, place, value) -> spliced(path, place, 0, value % 2 == 0 ? "/." : "/x/.."));
        addAt(
                mutations,
                "not a URI",
                (path, place, value) -> spliced(path, place, 0, RequestMutation.pick(NOT_URI, value)));
        addAt(mutations, "another", (path, place, value) -> RequestMutation.pick(OTHERS, value));
        return mutations;
    }

    private interface PathEdit {
        String apply(String path, int place, int value);
    }

    private static void add(List<RequestMutation> mutations, String name, UnaryOperator<String> edit) {
        addAt(mutations, name, (path, place, value) -> edit.apply(path));
    }

    private static void addAt(List<RequestMutation> mutations, String name, PathEdit edit) {
        mutations.add(new RequestMutation("path: " + name, (request, place, value) -> {
            var start = request.target().indexOf('?');
            var query = start < 0 ? "" : request.target().substring(start);
            var path = request.target().substring(0, request.target().length() - query.length());
            return isFinal(request) ? request : request.withTarget(edit.apply(path, place, value) + query);
        }));
    }

    /** Whether the target is in absolute form or has a fragment; neither may be changed any further. */
    static boolean isFinal(Request request) {
        return request.target().toLowerCase(Locale.ROOT).startsWith("http://")
                || request.target().contains("#");
    }

    /** Replaces some characters after the first slash by others. */
    static String spliced(String text, int place, int removed, String inserted) {
        var at = text.isEmpty() ? 0 : Math.min(1, text.length()) + Math.floorMod(place, text.length());
        var from = Math.min(at, text.length());
        return text.substring(0, from) + inserted + text.substring(Math.min(text.length(), from + removed));
    }

    private static String encoded(String path, int place, String format) {
        if (path.length() < 2) {
            return path;
        }
        var at = 1 + Math.floorMod(place, path.length() - 1);
        return path.charAt(at) == '%' ? path : spliced(path, at - 1, 1, format.formatted((int) path.charAt(at)));
    }

    /** Except HEAD: the JDK's server does not know "head" and sends a body, which a client would take for the next response. */
    private static Request inLowerCase(Request request) {
        return request.method().equals("HEAD")
                ? request
                : request.withMethod(request.method().toLowerCase(Locale.ROOT));
    }

    /** The form that a proxy receives (RFC 9112, section 3.2.2), if the path could not be taken for a host. */
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

    static String otherCase(String escape) {
        var upper = escape.toUpperCase(Locale.ROOT);
        return escape.equals(upper) ? escape.toLowerCase(Locale.ROOT) : upper;
    }
}
