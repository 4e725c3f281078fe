package dev.treaty.consumer.environmentconsole.clones;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to clone, and how. The service judges it, so that it alone knows which systems and profiles there are.
 *
 * @param source the id of the environment to read
 * @param target the id of the environment to replace
 * @param systems whose tables to copy, e.g. {@code "reservations"}
 * @param profile how to anonymise; empty to copy everything as it is, which the service refuses for production
 * @param backup whether to keep what the target was
 * @param validate whether to check the copy before it becomes the target
 * @param maxAge how old a row may be, as an ISO 8601 period, e.g. {@code "P90D"}; empty for any age
 */
public record CloneOptions(
        String source,
        String target,
        List<String> systems,
        Optional<String> profile,
        boolean backup,
        boolean validate,
        Optional<String> maxAge) {

    public CloneOptions {
        systems = List.copyOf(systems);
    }

    /** The body of the request. */
    Map<String, ?> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("source", source);
        body.put("target", target);
        body.put("systems", systems);
        body.put("anonymise", profile.map(name -> Map.of("profile", name)).orElse(null));
        body.put("backup", backup);
        body.put("validate", validate);
        maxAge.ifPresent(age -> body.put("maxAge", age));
        return body;
    }
}
