package dev.treaty.stubs.page.source;

import dev.treaty.pacts.html.Badge;
import java.util.Locale;

/**
 * What the last verification found out about an interaction.
 *
 * @param outcome as the report has it, e.g. {@code "VERIFIED"}
 * @param target what responded; may be empty
 * @param why why it was skipped or failed; may be empty
 * @param made when, in ISO 8601
 * @param commit what was checked out; may be empty
 */
public record Verification(String outcome, String target, String why, String made, String commit) {

    /** Nobody has verified it, as far as this server knows. */
    public static final Verification NONE = new Verification("NOT_VERIFIED", "", "", "", "");

    /** E.g. {@code "verified"}. */
    public String words() {
        return outcome.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How it is shown. */
    public Badge badge() {
        return switch (outcome) {
            case "VERIFIED" -> Badge.GOOD;
            case "FAILED", "PENDING" -> Badge.BAD;
            case "SIMULATED", "REPLAYED", "SKIPPED" -> Badge.CAREFUL;
            default -> Badge.UNKNOWN;
        };
    }
}
