package dev.treaty.stubs.server;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** What the server prints when it listens, read as a person does. */
public record PrintedBanner(List<String> lines) {

    /** After it, the server answers. */
    public static final String LAST_LINE = "Stop with Ctrl-C.";

    private static final Pattern OWN_PORT = Pattern.compile("  (\\S+) +(http://\\S+) +(http://\\S+)");

    /** The URL that the table gives for a provider. */
    public URI url(String provider) {
        return url(provider, 2);
    }

    /** The URL on the main port that the table gives for a provider with its own port. */
    public URI mainUrl(String provider) {
        return url(provider, 3);
    }

    private URI url(String provider, int column) {
        return lines.stream()
                .map(OWN_PORT::matcher)
                .filter(row -> row.matches() && row.group(1).equals(provider))
                .map(row -> URI.create(row.group(column)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(provider + " is not in the banner:\n" + this));
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
