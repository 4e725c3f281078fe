package dev.treaty.stubs.http.parity;

import dev.treaty.pacts.testing.RawHttp.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Changes to headers. */
final class HeaderMutations {

    private static final List<String> VALUES = List.of(
            "",
            "1",
            "2",
            "1.0",
            "x",
            "a",
            "a, b",
            "b, a",
            "a,b",
            "a;q=1",
            "a; q=0.5",
            "*/*",
            "\"a\"",
            "Bearer b",
            "true",
            "2000-02-01",
            "1.2.3",
            "a=1",
            "a=2; b=2",
            "\u00e9",
            "{\"b\": 2, \"a\": 1}",
            "application/json",
            "text/html, text/plain");
    private static final List<String> MORE = List.of(
            "X-More: 1",
            "Accept: */*",
            "Accept: application/json",
            "Cookie: x=1",
            "X-A: 1",
            "X-A: 2",
            "Accept-Language: de",
            "Accept-Encoding: gzip",
            "If-Match: \"a\"",
            "Authorization: Basic eDp5",
            "User-Agent: x",
            "Origin: http://other",
            "Referer: http://host/a",
            "X-Forwarded-For: 1.1.1.1",
            "X-HTTP-Method-Override: PUT",
            "Content-Language: de",
            "TE: trailers",
            "Range: bytes=0-0",
            "If-None-Match: *",
            "Date: x");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json;charset=UTF-8",
            "application/json; charset=utf-8",
            "application/json;charset=\"utf-8\"",
            "application/json; charset=ISO-8859-1",
            "application/json; charset=UTF-16",
            "application/json; charset=nonsense",
            "APPLICATION/JSON",
            "application/json;",
            "application/json ; x=y",
            "application/vnd.x+json",
            "application/problem+json",
            "text/json",
            "text/plain",
            "text/plain; charset=ISO-8859-1",
            "application/xml",
            "text/xml",
            "application/x+xml",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=UTF-8",
            "application/x-www-form-urlencoded;charset=ISO-8859-1",
            "multipart/form-data; boundary=b1",
            "multipart/form-data",
            "multipart/mixed; boundary=b1",
            "application/octet-stream",
            "image/png",
            "",
            "json",
            "a/b/c",
            ";",
            "*/*",
            "/",
            "application/json, text/plain");

    private HeaderMutations() {}

    static List<RequestMutation> all() {
        return List.of(
                change("one removed", (headers, place, value) -> QueryMutations.without(headers, place)),
                change(
                        "one added",
                        (headers, place, value) ->
                                QueryMutations.with(headers, place, RequestMutation.pick(MORE, value))),
                change(
                        "one repeated",
                        (headers, place, value) -> headers.isEmpty()
                                ? headers
                                : QueryMutations.with(headers, value, RequestMutation.pick(headers, place))),
                change("another order", QueryMutations::swapped),
                change(
                        "another value",
                        (headers, place, value) -> each(
                                headers,
                                place,
                                (name, text) -> List.of(field(name, RequestMutation.pick(VALUES, value))))),
                change(
                        "another with the same name",
                        (headers, place, value) -> each(
                                headers,
                                place,
                                (name, text) ->
                                        List.of(field(name, text), field(name, RequestMutation.pick(VALUES, value))))),
                change(
                        "a value in the other case",
                        (headers, place, value) ->
                                each(headers, place, (name, text) -> List.of(field(name, otherCase(text))))),
                change(
                        "a name in lower case",
                        (headers, place, value) -> each(
                                headers, place, (name, text) -> List.of(field(name.toLowerCase(Locale.ROOT), text)))),
                change(
                        "a name in upper case",
                        (headers, place, value) -> each(
                                headers, place, (name, text) -> List.of(field(name.toUpperCase(Locale.ROOT), text)))),
                change(
                        "a list in several headers",
                        (headers, place, value) -> each(headers, place, HeaderMutations::split)),
                change("several headers in a list", (headers, place, value) -> joined(headers, place)),
                change(
                        "white space after commas",
                        (headers, place, value) -> each(
                                headers,
                                place,
                                (name, text) -> List.of(field(
                                        name,
                                        text.contains(", ") ? text.replace(", ", ",") : text.replace(",", ",  "))))),
                change(
                        "white space before commas",
                        (headers, place, value) ->
                                each(headers, place, (name, text) -> List.of(field(name, text.replace(",", " ,"))))),
                change(
                        "white space after semicolons",
                        (headers, place, value) -> each(
                                headers,
                                place,
                                (name, text) -> List.of(field(
                                        name,
                                        text.contains("; ") ? text.replace("; ", ";") : text.replace(";", ";  "))))),
                change(
                        "white space at the end",
                        (headers, place, value) -> each(
                                headers,
                                place,
                                (name, text) -> List.of(
                                        field(name, text + RequestMutation.pick(List.of(" ", "   ", "\t"), value))))),
                change(
                        "white space at the start",
                        (headers, place, value) -> each(
                                headers,
                                place,
                                (name, text) -> List.of(name + ":"
                                        + RequestMutation.pick(List.of("", "    ", "\t", " \t "), value) + text))),
                change(
                        "a tab inside",
                        (headers, place, value) ->
                                each(headers, place, (name, text) -> List.of(field(name, text.replace(' ', '\t'))))),
                change(
                        "a comma at the end",
                        (headers, place, value) ->
                                each(headers, place, (name, text) -> List.of(field(name, text + ",")))),
                change(
                        "a parameter added",
                        (headers, place, value) -> each(
                                headers,
                                place,
                                (name, text) -> List.of(field(
                                        name,
                                        text + RequestMutation.pick(List.of(";q=1", "; x=\"y, z\"", ";x"), value))))),
                change(
                        "quoted",
                        (headers, place, value) ->
                                each(headers, place, (name, text) -> List.of(field(name, "\"" + text + "\"")))),
                change(
                        "another content type",
                        (headers, place, value) -> replaced(
                                headers, "Content-Type", field("Content-Type", RequestMutation.pick(TYPES, value)))),
                change(
                        "no content type",
                        (headers, place, value) -> headers.stream()
                                .filter(header -> !header.startsWith("Content-Type:"))
                                .toList()));
    }

    static boolean isChunked(Request request) {
        return request.headers().contains("Transfer-Encoding: chunked");
    }

    /** Replaces all headers of a name by one, or adds it if there are none. */
    static List<String> replaced(List<String> headers, String name, String field) {
        var changed = new ArrayList<>(headers);
        changed.removeIf(header -> header.startsWith(name + ":"));
        changed.add(field);
        return changed;
    }

    private interface HeadersEdit {
        List<String> apply(List<String> headers, int place, int value);
    }

    private interface FieldEdit {
        List<String> apply(String name, String value);
    }

    private static RequestMutation change(String name, HeadersEdit edit) {
        return new RequestMutation(
                "header: " + name,
                (request, place, value) -> isChunked(request)
                        ? request
                        : request.withHeaders(edit.apply(request.headers(), place, value)));
    }

    private static List<String> each(List<String> headers, int place, FieldEdit edit) {
        if (headers.isEmpty()) {
            return headers;
        }
        var at = Math.floorMod(place, headers.size());
        var header = headers.get(at);
        var colon = header.indexOf(':');
        var changed = new ArrayList<>(headers.subList(0, at));
        changed.addAll(edit.apply(
                header.substring(0, colon), header.substring(colon + 1).stripLeading()));
        changed.addAll(headers.subList(at + 1, headers.size()));
        return changed;
    }

    private static String field(String name, String value) {
        return name + ": " + value;
    }

    private static List<String> split(String name, String values) {
        var fields = new ArrayList<String>();
        for (var value : values.split(",", -1)) {
            fields.add(field(name, value.strip()));
        }
        return fields;
    }

    private static List<String> joined(List<String> headers, int place) {
        if (headers.isEmpty()) {
            return headers;
        }
        var name = headers.get(Math.floorMod(place, headers.size())).replaceFirst(":.*", "");
        var values = headers.stream()
                .filter(header -> header.startsWith(name + ":"))
                .map(header -> header.substring(name.length() + 1).strip())
                .toList();
        return replaced(headers, name, field(name, String.join(", ", values)));
    }

    private static String otherCase(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        return text.equals(upper) ? text.toLowerCase(Locale.ROOT) : upper;
    }
}
