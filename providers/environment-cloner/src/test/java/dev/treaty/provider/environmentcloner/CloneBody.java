package dev.treaty.provider.environmentcloner;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of {@code POST /clones}. */
final class CloneBody {

    private CloneBody() {}

    /** A clone of production into training, of all systems. */
    static Map<String, @Nullable Object> usual() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("source", "production");
        body.put("target", "training");
        body.put("systems", List.of("audit", "conversations", "reservations"));
        body.put("anonymise", Map.of("profile", "training"));
        body.put("backup", true);
        body.put("validate", true);
        return body;
    }

    /** The same with another value for a member. */
    static Map<String, @Nullable Object> with(String member, @Nullable Object value) {
        var body = usual();
        body.put(member, value);
        return body;
    }

    /** The same without a member. */
    static Map<String, @Nullable Object> without(String member) {
        var body = usual();
        body.remove(member);
        return Collections.unmodifiableMap(body);
    }
}
