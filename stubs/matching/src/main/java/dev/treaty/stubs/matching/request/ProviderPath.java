package dev.treaty.stubs.matching.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;

/** The first segment of a path on the main port, which names the provider: {@code /stripe/v1/charges}. */
public final class ProviderPath {

    private ProviderPath() {}

    /** Where a provider is on the main port, e.g. {@code "/stripe"}. */
    public static String of(String provider) {
        return isPlain(provider)
                ? "/" + provider
                : "/" + URLEncoder.encode(provider, UTF_8).replace("+", "%20");
    }

    /** Needed for every request, and nearly always true. */
    private static boolean isPlain(String provider) {
        for (var i = 0; i < provider.length(); i++) {
            var c = provider.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** The provider that a path names, decoded. */
    static String providerIn(String url) {
        var segment = url.substring(Math.min(1, url.length()), endOfFirstSegment(url));
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    /** What follows the provider, with a leading slash. */
    static String targetIn(String url) {
        var rest = url.substring(endOfFirstSegment(url));
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    private static int endOfFirstSegment(String url) {
        for (var i = 1; i < url.length(); i++) {
            if (url.charAt(i) == '/' || url.charAt(i) == '?') {
                return i;
            }
        }
        return url.length();
    }
}
