package dev.treaty.pacts.broker.http;

import dev.treaty.pacts.command.ExitCodeFailure;
import dev.treaty.pacts.command.ExitCodes;
import dev.treaty.pacts.errors.TreatyException;
import java.util.List;

/**
 * The broker answered with a client error, e.g. 404 or 409. Its own texts are in the message. What does not exist (404) and what contradicts
 * the broker's state (409) is a no; any other refusal leaves the question open.
 */
public final class BrokerRefusal extends TreatyException implements ExitCodeFailure {

    private final int status;
    private final boolean isExplained;
    private final List<String> texts;

    private BrokerRefusal(int status, boolean isExplained, List<String> texts, String where, String fix) {
        super("The broker refused: " + String.join("\n  ", texts), where, fix);
        this.status = status;
        this.isExplained = isExplained;
        this.texts = List.copyOf(texts);
    }

    static BrokerRefusal of(BrokerResponse response, boolean hasCredentials) {
        var isExplained = ErrorTexts.areIn(response);
        return new BrokerRefusal(
                response.status(),
                isExplained,
                ErrorTexts.in(response),
                response.where(),
                fix(response.status(), isExplained, hasCredentials));
    }

    /** The same with another advice, from somebody who knows what was asked. */
    public BrokerRefusal withFix(String fix) {
        return new BrokerRefusal(status, isExplained, texts, errorMessage().where(), fix);
    }

    /** Whether the broker said more than the status. */
    public boolean isExplained() {
        return isExplained;
    }

    /** The HTTP status, 400 to 499. */
    public int status() {
        return status;
    }

    /** What the broker said, without its markup; never empty. */
    public List<String> texts() {
        return texts;
    }

    @Override
    public int exitCode() {
        return status == 404 || status == 409 ? ExitCodes.NO : ExitCodes.UNANSWERED;
    }

    private static String fix(int status, boolean isExplained, boolean hasCredentials) {
        return switch (status) {
            case 400 ->
                isExplained || !hasCredentials
                        ? "correct what the broker names"
                        : "check which credentials the broker takes; one with basic authentication answers so to a token: "
                                + BrokerCredentials.VARIABLES;
            case 401 ->
                hasCredentials
                        ? "check the values of " + BrokerCredentials.VARIABLES
                                + "; the user may also be allowed to read only"
                        : "set " + BrokerCredentials.VARIABLES;
            case 403 -> "use a user who may do this, or ask the broker's administrator";
            case 404 -> "check the names and the version; what is published is on the broker's web page";
            case 409 -> "do as the broker says; a changed contract needs a new version";
            default -> "correct what the broker names";
        };
    }
}
