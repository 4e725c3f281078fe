package dev.treaty.stubs.http.parity;

import dev.treaty.pacts.testing.RawHttp.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Changes to {@code name=value} pairs, in a query and in a form. */
final class QueryMutations {

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final List<String> VALUES = List.of(
            "",
            "1",
            "2",
            "01",
            "1.0",
            "1.5",
            "-1",
            "x",
            "a%20b",
            "a+b",
            "a%2Bb",
            "true",
            "null",
            "2000-02-30",
            "2000-02-01",
            "1.2.3",
            "%C3%A9",
            "%E9",
            "a,b",
            "a%26b",
            "a=b",
            "%00",
            "%5B%5D",
            "25%25");
    private static final List<String> MORE =
            List.of("x=y", "a=1", "a", "=1", "=", "limit=2", "expand%5B%5D=c", "expand[]=c", "A=1", "b=2", "x");

    private QueryMutations() {}

    static List<RequestMutation> ofQuery() {
        return edits().stream()
                .map(edit -> new RequestMutation(
                        "query: " + edit.name(),
                        (request, place, value) ->
                                inQuery(request, pairs -> edit.edit().apply(pairs, place, value))))
                .toList();
    }

    static List<RequestMutation> ofForm() {
        return edits().stream()
                .map(edit -> new RequestMutation(
                        "form: " + edit.name(),
                        (request, place, value) ->
                                inForm(request, pairs -> edit.edit().apply(pairs, place, value))))
                .toList();
    }

    private interface PairsEdit {
        List<String> apply(List<String> pairs, int place, int value);
    }

    private interface PairsChange {
        List<String> apply(List<String> pairs);
    }

    private record Named(String name, PairsEdit edit) {}

    private static List<Named> edits() {
        return List.of(
                new Named("one removed", (pairs, place, value) -> without(pairs, place)),
                new Named("one added", (pairs, place, value) -> with(pairs, place, RequestMutation.pick(MORE, value))),
                new Named(
                        "one repeated",
                        (pairs, place, value) ->
                                pairs.isEmpty() ? pairs : with(pairs, value, RequestMutation.pick(pairs, place))),
                new Named("another order", (pairs, place, value) -> swapped(pairs, place, value)),
                new Named(
                        "another value",
                        (pairs, place, value) ->
                                each(pairs, place, pair -> name(pair) + "=" + RequestMutation.pick(VALUES, value))),
                new Named("another name", (pairs, place, value) -> each(pairs, place, pair -> "x" + pair)),
                new Named(
                        "a name in the other case",
                        (pairs, place, value) -> each(
                                pairs,
                                place,
                                pair -> name(pair).toUpperCase(Locale.ROOT)
                                        + pair.substring(name(pair).length()))),
                new Named("no value", (pairs, place, value) -> each(pairs, place, QueryMutations::name)),
                new Named("an empty part", (pairs, place, value) -> with(pairs, place, "")),
                new Named("two values in one", (pairs, place, value) -> each(pairs, place, pair -> pair + ",2")),
                new Named("a semicolon", (pairs, place, value) -> each(pairs, place, pair -> pair + ";x=1")),
                new Named("encoded needlessly", (pairs, place, value) -> each(pairs, place, QueryMutations::encoded)),
                new Named(
                        "escapes in the other case",
                        (pairs, place, value) -> each(
                                pairs,
                                place,
                                pair -> ESCAPE.matcher(pair)
                                        .replaceAll(match -> PathMutations.otherCase(match.group())))),
                new Named(
                        "brackets the other way",
                        (pairs, place, value) -> each(
                                pairs,
                                place,
                                pair -> pair.contains("[")
                                        ? pair.replace("[", "%5B").replace("]", "%5D")
                                        : pair.replace("%5B", "[").replace("%5D", "]"))),
                new Named(
                        "a space the other way",
                        (pairs, place, value) -> each(
                                pairs,
                                place,
                                pair -> pair.contains("+") ? pair.replace("+", "%20") : pair.replace("%20", "+"))),
                new Named(
                        "a malformed escape",
                        (pairs, place, value) -> each(
                                pairs,
                                place,
                                pair -> pair + RequestMutation.pick(List.of("%zz", "%", "%2", "%u0041"), value))),
                new Named("white space", (pairs, place, value) -> each(pairs, place, pair -> pair + "%20")),
                new Named("none", (pairs, place, value) -> List.of()));
    }

    private static Request inQuery(Request request, PairsChange change) {
        if (request.target().contains("#")) {
            return request; // after a fragment, there is no query
        }
        var start = request.target().indexOf('?');
        var path = start < 0 ? request.target() : request.target().substring(0, start);
        var pairs = change.apply(start < 0 ? List.of() : split(request.target().substring(start + 1)));
        return request.withTarget(pairs.isEmpty() ? path : path + "?" + String.join("&", pairs));
    }

    private static Request inForm(Request request, PairsChange change) {
        var isForm = request.headers().stream()
                .anyMatch(header -> header.startsWith("Content-Type: application/x-www-form-urlencoded"));
        return isForm && !HeaderMutations.isChunked(request)
                ? request.withBody(String.join("&", change.apply(split(request.body()))))
                : request;
    }

    private static List<String> split(String pairs) {
        return pairs.isEmpty() ? List.of() : List.of(pairs.split("&", -1));
    }

    private static String name(String pair) {
        var end = pair.indexOf('=');
        return end < 0 ? pair : pair.substring(0, end);
    }

    private static String encoded(String pair) {
        var last = pair.isEmpty() ? '%' : pair.charAt(pair.length() - 1);
        return last >= 'a' ? pair.substring(0, pair.length() - 1) + "%%%02X".formatted((int) last) : pair;
    }

    private interface PairEdit {
        String apply(String pair);
    }

    private static List<String> each(List<String> pairs, int place, PairEdit edit) {
        if (pairs.isEmpty()) {
            return pairs;
        }
        var at = Math.floorMod(place, pairs.size());
        var changed = new ArrayList<>(pairs);
        changed.set(at, edit.apply(pairs.get(at)));
        return changed;
    }

    static <T> List<T> without(List<T> all, int place) {
        if (all.isEmpty()) {
            return all;
        }
        var changed = new ArrayList<>(all);
        changed.remove(Math.floorMod(place, all.size()));
        return changed;
    }

    static <T> List<T> with(List<T> all, int place, T one) {
        var changed = new ArrayList<>(all);
        changed.add(Math.floorMod(place, all.size() + 1), one);
        return changed;
    }

    static <T> List<T> swapped(List<T> all, int place, int other) {
        if (all.isEmpty()) {
            return all;
        }
        var changed = new ArrayList<>(all);
        Collections.swap(changed, Math.floorMod(place, all.size()), Math.floorMod(other, all.size()));
        return changed;
    }
}
