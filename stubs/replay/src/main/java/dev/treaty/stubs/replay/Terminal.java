package dev.treaty.stubs.replay;

import au.com.dius.pact.core.model.IRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a request that somebody typed from one that a program made. */
final class Terminal {

    private static final Pattern TOOLS = Pattern.compile("(curl|wget|httpie|xh)/.*", Pattern.CASE_INSENSITIVE);

    private Terminal() {}

    /** Whether it accepts plain text by name, or comes from a command-line tool and accepts anything. */
    static boolean asks(IRequest request) {
        var accept = field(request, "Accept");
        if (accept.contains("json")) {
            return false;
        }
        return accept.contains("text/plain")
                || ((accept.isEmpty() || accept.contains("*/*"))
                        && TOOLS.matcher(field(request, "User-Agent")).matches());
    }

    private static String field(IRequest request, String name) {
        return request.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> String.join(", ", header.getValue()))
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
