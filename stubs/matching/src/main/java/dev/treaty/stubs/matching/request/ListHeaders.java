package dev.treaty.stubs.matching.request;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Headers that pact-jvm's mock server reads as lists: it splits a single line of these at its commas, and no others. */
public final class ListHeaders {

    private static final Set<String> NAMES = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        NAMES.addAll(List.of(
                "accept",
                "accept-encoding",
                "accept-language",
                "access-control-allow-headers",
                "access-control-allow-methods",
                "access-control-expose-headers",
                "access-control-request-headers",
                "allow",
                "cache-control",
                "if-match",
                "if-none-match",
                "vary"));
    }

    private ListHeaders() {}

    /** Whether a header is one of them, in any case. */
    public static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
