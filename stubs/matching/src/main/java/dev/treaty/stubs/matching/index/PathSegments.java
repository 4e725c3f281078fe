package dev.treaty.stubs.matching.index;

import au.com.dius.pact.core.model.IRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The segments of every path that an interaction can match, as far as they are known: {@code ^/v1/customers/cus_[a-z]+/cards$} has
 * four, and all but the third are literal. Read from the left, up to the first piece that could match anything.
 *
 * @param literals by index; empty where a segment can vary
 * @param complete whether such a path has exactly these segments
 */
record PathSegments(List<Optional<String>> literals, boolean complete) {

    private static final PathSegments UNKNOWN = new PathSegments(List.of(), false);

    static PathSegments of(IRequest expected) {
        return PathPattern.regexOf(expected)
                .map(regex -> new Reader(regex).read())
                .filter(segments -> PathPattern.hasRule(expected) || segments.holdFor(expected.getPath()))
                .orElse(UNKNOWN);
    }

    /** The segments of a path, without the empty one before the first slash. */
    static String[] of(String path) {
        return path.substring(Math.min(1, path.length())).split("/", -1);
    }

    /** A path without rules also accepts its own text, which need not match itself as a regex. */
    private boolean holdFor(String text) {
        var segments = of(text);
        if (complete ? segments.length != literals.size() : segments.length < literals.size()) {
            return false;
        }
        for (var i = 0; i < literals.size(); i++) {
            if (!literals.get(i).orElse(segments[i]).equals(segments[i])) {
                return false;
            }
        }
        return true;
    }

    /** Reads a regex as long as a slash in the path can only come from a slash in the regex. */
    private static final class Reader {

        private final String regex;
        private final List<Optional<String>> literals = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();
        private boolean varies;
        private int next;

        Reader(String regex) {
            this.regex = regex;
        }

        PathSegments read() {
            next = regex.startsWith("^") ? 1 : 0;
            if (regex.indexOf('|') >= 0 || next == regex.length() || regex.charAt(next) != '/') {
                return UNKNOWN;
            }
            next++;
            while (!isAtEnd()) {
                if (!readAtom()) {
                    return new PathSegments(List.copyOf(literals), false);
                }
            }
            endSegment();
            return new PathSegments(List.copyOf(literals), true);
        }

        private boolean isAtEnd() {
            return next == regex.length() || (next == regex.length() - 1 && regex.charAt(next) == '$');
        }

        private boolean readAtom() {
            var atom = RegexAtom.at(regex, next);
            if (atom.isEmpty()) {
                return false;
            }
            next += atom.get().length();
            var repeated = RegexAtom.quantifierAt(regex, next);
            next += repeated;
            if (atom.get().text().equals("/")) {
                endSegment();
                return repeated == 0;
            }
            varies |= repeated > 0 || atom.get().text().isEmpty();
            literal.append(atom.get().text());
            return true;
        }

        private void endSegment() {
            literals.add(varies ? Optional.empty() : Optional.of(literal.toString()));
            literal.setLength(0);
            varies = false;
        }
    }
}
