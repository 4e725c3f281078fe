package dev.treaty.provider.verification.comparison;

import dev.treaty.provider.verification.errors.SecretMask;

/**
 * One thing in which an answer differs from what was recorded.
 *
 * @param at where, e.g. {@code "status"}, {@code "header ETag"}, {@code "body $.id"}
 * @param expected what was recorded; shortened, and without secrets
 * @param actual what came; shortened, and without secrets
 * @param because pact-jvm's own sentence, which names the matcher
 */
public record ContractMismatch(String at, String expected, String actual, String because) {

    private static final int SHOWN = 300;
    private static final String QUOTED = "'[^']*'|\"[^\"]*\"";

    public ContractMismatch {
        var secret = SecretMask.named(last(at));
        expected = secret ? SecretMask.HIDDEN : shown(expected);
        actual = secret ? SecretMask.HIDDEN : shown(actual);
        because = secret ? because.replaceAll(QUOTED, SecretMask.HIDDEN) : shown(because);
    }

    private static String last(String at) {
        return at.replaceAll(".*[ .\\[]['\"]?(?=[\\w-])", "").replaceAll("['\"\\]]+$", "");
    }

    private static String shown(String value) {
        var safe = SecretMask.hiddenIn(value.strip());
        return safe.length() <= SHOWN ? safe : safe.substring(0, SHOWN) + "… (%d characters)".formatted(safe.length());
    }

    /** On four lines, the expected beside the actual. */
    @Override
    public String toString() {
        return """
                differs: %s
                    expected: %s
                    actual:   %s
                    because:  %s""".formatted(at, expected, actual, because);
    }
}
