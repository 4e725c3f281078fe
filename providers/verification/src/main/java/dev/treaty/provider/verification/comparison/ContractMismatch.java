package dev.treaty.provider.verification.comparison;

import dev.treaty.pacts.errors.SecretNames;
import dev.treaty.provider.verification.errors.SecretMask;

/**
 * One difference between what a contract expects and what the provider did.
 *
 * @param at where, e.g. {@code "status"}, {@code "header ETag"}, {@code "body $.id"}
 * @param expected what was recorded; shortened, without secrets
 * @param actual what came; shortened, without secrets
 * @param because pact-jvm's sentence, which names the matcher
 */
public record ContractMismatch(String at, String expected, String actual, String because) {

    private static final int SHOWN_LENGTH = 300;
    private static final String QUOTED = "'[^']*'|\"[^\"]*\"";

    /** Shortens the values and masks secrets. */
    public ContractMismatch {
        var secret = SecretNames.contains(lastName(at));
        expected = secret ? SecretMask.HIDDEN : shown(expected);
        actual = secret ? SecretMask.HIDDEN : shown(actual);
        because = secret ? because.replaceAll(QUOTED, SecretMask.HIDDEN) : shown(because);
    }

    /** What differs, as Pact's verifiers call it: {@code status}, {@code header}, {@code metadata} or {@code body}. */
    public String attribute() {
        return at.split(" ", 2)[0];
    }

    /** Where in it, e.g. {@code "ETag"} or {@code "$.id"}; empty if it has no parts. */
    public String identifier() {
        var parts = at.split(" ", 2);
        return parts.length == 2 ? parts[1] : "";
    }

    private static String lastName(String at) {
        return at.replaceAll(".*[ .\\[]['\"]?(?=[\\w-])", "").replaceAll("['\"\\]]+$", "");
    }

    private static String shown(String value) {
        var masked = SecretMask.mask(value.strip());
        return masked.length() <= SHOWN_LENGTH
                ? masked
                : masked.substring(0, SHOWN_LENGTH) + "… (%d characters)".formatted(masked.length());
    }

    /** Four lines, the expected value above the actual one. */
    @Override
    public String toString() {
        return """
                differs: %s
                    expected: %s
                    actual:   %s
                    because:  %s""".formatted(at, expected, actual, because);
    }
}
