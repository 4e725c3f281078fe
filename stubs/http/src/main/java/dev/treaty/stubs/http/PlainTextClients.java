package dev.treaty.stubs.http;

import dev.treaty.stubs.matching.request.RawRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/** Clients that prefer plain text to a problem document: people at a terminal. */
final class PlainTextClients {

    private static final Pattern TOOLS = Pattern.compile("(curl|wget|httpie|xh)/.*", Pattern.CASE_INSENSITIVE);

    private PlainTextClients() {}

    /** Whether the request asks for plain text, or comes from a command-line tool and accepts anything. */
    static boolean includes(RawRequest request) {
        var accept = header(request, "Accept");
        if (accept.contains("json")) {
            return false;
        }
        return accept.contains("text/plain")
                || ((accept.isEmpty() || accept.contains("*/*"))
                        && TOOLS.matcher(header(request, "User-Agent")).matches());
    }

    private static String header(RawRequest request, String name) {
        return String.join(", ", request.header(name)).toLowerCase(Locale.ROOT);
    }
}
