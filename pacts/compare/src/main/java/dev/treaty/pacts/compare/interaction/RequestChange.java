package dev.treaty.pacts.compare.interaction;

import java.util.Optional;

/**
 * Whether requests are still answered by a stub of the contract.
 *
 * @param kind what is known
 * @param witness a request that was answered and is refused, in one line; empty for other kinds
 * @param because pact-jvm's sentence about it
 */
public record RequestChange(Kind kind, Optional<String> witness, String because) {

    /** All requests are answered as they were. */
    public static final RequestChange SAME = new RequestChange(Kind.SAME, Optional.empty(), "");

    /** It is not known whether all requests are answered still. */
    public static final RequestChange NOT_PROVEN = new RequestChange(Kind.NOT_PROVEN, Optional.empty(), "");

    /** All requests that were answered are answered still, and others, too. */
    public static final RequestChange MORE = new RequestChange(Kind.MORE, Optional.empty(), "");

    static RequestChange refused(String request, String because) {
        return new RequestChange(Kind.REFUSED, Optional.of(request), because);
    }

    /** Whether nothing changes for those who use a stub. */
    public boolean isSame() {
        return kind == Kind.SAME;
    }

    /** What can be known. */
    public enum Kind {
        /** The same requests are answered. */
        SAME,
        /** No fewer requests are answered. */
        MORE,
        /** A request that was answered is refused. */
        REFUSED,
        /** Not known. */
        NOT_PROVEN
    }
}
