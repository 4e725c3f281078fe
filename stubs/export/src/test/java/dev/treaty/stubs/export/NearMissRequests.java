package dev.treaty.stubs.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Requests that differ from a given one in one thing: added, missing, of another type, or spelled differently. */
final class NearMissRequests {

    private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"(?=\\s*[,}\\]])");
    private static final Pattern NUMBER = Pattern.compile("(?<=[:\\[,])(-?\\d+)(?=\\s*[,}\\]])");

    private final List<Miss> misses = new ArrayList<>();
    private final RawRequest request;
    private String part = "";

    private NearMissRequests(RawRequest request) {
        this.request = request;
    }

    /**
     * A request that is nearly right.
     *
     * @param part what is wrong, e.g. {@code "url"} or {@code "header Authorization"}
     */
    record Miss(String part, RawRequest request) {

        /** Whether a rule for this place of the report judges it. */
        boolean isAbout(String place) {
            return switch (part) {
                case "url" -> place.startsWith("path") || place.startsWith("query");
                case "body" -> place.startsWith("body") || place.startsWith("form");
                default -> place.equals(part);
            };
        }
    }

    /** The request itself comes first. */
    static List<Miss> of(RawRequest request) {
        var near = new NearMissRequests(request);
        near.miss(request);
        near.targets();
        near.headers();
        if (!request.body().isEmpty()) {
            near.bodies();
        }
        return near.misses;
    }

    private void miss(RawRequest other) {
        misses.add(new Miss(part, other));
    }

    private void targets() {
        part = "url";
        var target = request.target();
        var separator = target.contains("?") ? "&" : "?";
        miss(request.withTarget(target + separator + "surplus=1"));
        miss(request.withTarget(target.replaceFirst("(\\?|$)", "/$1")));
        miss(request.withTarget(target.replaceFirst("/[^/?]*(\\?|$)", "/other$1")));
        miss(request.withTarget(target.replaceFirst("(\\?|$)", "x$1")));
        miss(request.withTarget(target.replace('.', '-')));
        miss(new RawRequest(
                "PATCH".equals(request.method()) ? "PUT" : "PATCH", target, request.headers(), request.body()));
        var query = target.indexOf('?');
        if (query >= 0) {
            var path = target.substring(0, query);
            var parameters = List.of(target.substring(query + 1).split("&", -1));
            miss(request.withTarget(path));
            for (var i = 0; i < parameters.size(); i++) {
                miss(request.withTarget(path + "?" + String.join("&", without(parameters, i))));
                miss(request.withTarget(
                        path + "?" + String.join("&", replaced(parameters, i, parameters.get(i) + "x"))));
                miss(request.withTarget(path + "?"
                        + String.join(
                                "&", replaced(parameters, i, parameters.get(i).replaceFirst("=.*", "")))));
                miss(request.withTarget(target + "&" + parameters.get(i)));
            }
        }
    }

    private void headers() {
        var headers = request.headers();
        for (var i = 0; i < headers.size(); i++) {
            var header = headers.get(i);
            part = "header " + header.substring(0, header.indexOf(':'));
            miss(request.withHeaders(without(headers, i)));
            miss(request.withHeaders(replaced(headers, i, header + "x")));
            miss(request.withHeaders(replaced(headers, i, header.replaceFirst(":.*", ": "))));
            miss(request.withHeaders(replaced(headers, i, header + "; charset=UTF-8")));
            if (!header.startsWith("Content-Type")
                    && !header.startsWith("Accept")) { // Jetty spells media types its own way
                miss(request.withHeaders(replaced(headers, i, header.toUpperCase(Locale.ROOT))));
            }
        }
        miss(request.with("X-Surplus: 1"));
    }

    private void bodies() {
        part = "body";
        var body = request.body();
        miss(request.withBody(""));
        if (body.startsWith("{") || body.startsWith("[")) {
            miss(request.withBody(body + "\n"));
            json();
            return;
        }
        var parameters = List.of(body.split("&", -1));
        miss(request.withBody(body + "&surplus=1"));
        for (var i = 0; i < parameters.size(); i++) {
            miss(request.withBody(String.join("&", without(parameters, i))));
            miss(request.withBody(String.join("&", replaced(parameters, i, parameters.get(i) + "x"))));
            miss(request.withBody(
                    String.join("&", replaced(parameters, i, parameters.get(i).replaceFirst("=.*", "=")))));
            miss(request.withBody(
                    String.join("&", replaced(parameters, i, parameters.get(i).replaceFirst("=.*", "")))));
            if (parameters.size() > 1) {
                miss(request.withBody(parameters.get(i) + "&" + String.join("&", without(parameters, i))));
            }
            miss(request.withBody(body + "&" + parameters.get(i)));
        }
    }

    private void json() {
        var body = request.body();
        miss(request.withBody(body.substring(0, body.length() - 1)));
        miss(request.withBody("[" + body + "]"));
        miss(request.withBody("{}"));
        miss(request.withBody(body.replaceFirst("\\{", "{\"surplus\": 1, ")));
        for (var other : List.of("\"\"", "\"other\"", "null", "1", "true", "[]", "{}", "\"line\\nline\"")) {
            each(STRING, other);
        }
        for (var other : List.of("7", "7.0", "7.5", "-7", "1e2", "\"7\"", "null", "[7]")) {
            each(NUMBER, other);
        }
        var keys = Pattern.compile("\"[^\"]*\":").matcher(body);
        while (keys.find()) {
            miss(request.withBody(body.substring(0, keys.start()) + "\"renamed\":" + body.substring(keys.end())));
        }
    }

    private void each(Pattern pattern, String other) {
        var body = request.body();
        var matcher = pattern.matcher(body);
        while (matcher.find()) {
            miss(request.withBody(body.substring(0, matcher.start()) + other + body.substring(matcher.end())));
        }
    }

    private static List<String> without(List<String> list, int index) {
        var copy = new ArrayList<>(list);
        copy.remove(index);
        return copy;
    }

    private static List<String> replaced(List<String> list, int index, String other) {
        var copy = new ArrayList<>(list);
        copy.set(index, other);
        return copy;
    }
}
