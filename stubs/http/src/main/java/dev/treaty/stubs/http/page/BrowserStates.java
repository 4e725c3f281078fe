package dev.treaty.stubs.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * The provider states that a person has chosen for one browser. They are in a cookie, so that whatever that browser requests from this
 * host, on any port, prefers them.
 */
public final class BrowserStates {

    private static final String COOKIE = "treaty-provider-states=";

    /** Characters; browsers keep cookies of 4,096 (RFC 6265, section 6.1). */
    private static final int LONGEST = 3_500;

    private BrowserStates() {}

    /** Those of a request; none unless it has cookies, as only browsers' requests do. */
    public static List<String> of(Request request) {
        var fields = request.getHttpFields();
        return fields.contains(HttpHeader.COOKIE)
                ? fields.getValuesList(HttpHeader.COOKIE).stream()
                        .flatMap(BrowserStates::cookies)
                        .filter(cookie -> cookie.startsWith(COOKIE))
                        .flatMap(cookie ->
                                Arrays.stream(cookie.substring(COOKIE.length()).split("&", -1)))
                        .map(BrowserStates::decoded)
                        .filter(state -> !state.isBlank())
                        .toList()
                : List.of();
    }

    /** The other cookies of a header, which are all that contracts see. */
    public static String leftOutOf(String cookies) {
        return cookies.contains(COOKIE)
                ? cookies(cookies).filter(cookie -> !cookie.startsWith(COOKIE)).collect(Collectors.joining("; "))
                : cookies;
    }

    private static Stream<String> cookies(String header) {
        return Arrays.stream(header.split(";", -1)).map(String::strip);
    }

    private static String decoded(String state) {
        try {
            return URLDecoder.decode(state, UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /**
     * The value of {@code Set-Cookie} for some states.
     *
     * @throws InvalidForm if they are too many for a cookie
     */
    static String cookie(List<String> states) {
        var value =
                states.stream().map(state -> URLEncoder.encode(state, UTF_8)).collect(Collectors.joining("&"));
        if (value.length() > LONGEST) {
            throw new InvalidForm("These are too many states for one browser.", "State", "remove some of them first");
        }
        return "%s%s; Path=/; HttpOnly; SameSite=Lax%s".formatted(COOKIE, value, states.isEmpty() ? "; Max-Age=0" : "");
    }
}
