package dev.treaty.stubs.replay;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The headers of a contract's answers, once for all that {@linkplain SharedParts share} one. */
final class PreparedHeaders {

    private final Map<Map<String, List<String>>, PreparedHeader> known =
            Collections.synchronizedMap(new IdentityHashMap<>());

    /** @param headers of a response, the same object for those that share it */
    PreparedHeader of(Map<String, List<String>> headers) {
        return known.computeIfAbsent(headers, first -> new PreparedHeader(Answers.headers(first)));
    }
}
