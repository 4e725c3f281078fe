package dev.treaty.provider.environmentcloner.checks;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked for, not yet checked.
 *
 * @param isKeptAsFile whether the former database of the target is to be written into a file
 * @param maxAge by the name of a system, or under {@link #ALL}
 */
public record RequestedClone(
        String source,
        String target,
        List<String> systems,
        Optional<String> profile,
        boolean isKeptAsFile,
        Map<String, String> maxAge) {

    /** All systems, in {@link #maxAge}. */
    public static final String ALL = "";

    public RequestedClone {
        systems = List.copyOf(systems);
        maxAge = Map.copyOf(maxAge);
    }
}
