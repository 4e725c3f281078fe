package dev.treaty.pacts.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How large the parts of a pact file may be. A file that exceeds a limit is refused, and the files beside it are still read. No contract
 * that people write comes near the default limits; they keep a damaged file from taking all memory or time.
 *
 * @param nesting how many objects and lists may be inside each other
 * @param number digits of a number; the time that it takes to read one grows with their square
 * @param name characters of a key
 * @param text characters of a string, e.g. of a file in Base64
 */
public record PactFileLimits(int nesting, int number, int name, int text) {

    /** What holds unless somebody sets another limit. */
    public static final PactFileLimits DEFAULT = new PactFileLimits(2_000, 10_000, 1_000_000, 500_000_000);

    /** The names of the limits, and their values, in the order in which help texts show them. */
    public Map<String, Integer> byName() {
        var limits = new LinkedHashMap<String, Integer>();
        limits.put("nesting", nesting);
        limits.put("number", number);
        limits.put("name", name);
        limits.put("text", text);
        return limits;
    }

    /**
     * These limits, with some of them replaced.
     *
     * @param others by name; each must be a name in {@link #byName} and its value more than 0
     */
    public PactFileLimits with(Map<String, Integer> others) {
        var limits = byName();
        limits.putAll(others);
        return new PactFileLimits(
                limits.getOrDefault("nesting", nesting),
                limits.getOrDefault("number", number),
                limits.getOrDefault("name", name),
                limits.getOrDefault("text", text));
    }

    public JsonFactory json() {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(nesting)
                .maxNumberLength(number)
                .maxNameLength(name)
                .maxStringLength(text)
                .build();
        return JsonFactory.builder().streamReadConstraints(limits).build();
    }
}
