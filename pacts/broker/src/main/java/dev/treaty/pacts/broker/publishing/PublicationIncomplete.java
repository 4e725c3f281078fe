package dev.treaty.pacts.broker.publishing;

import dev.treaty.pacts.broker.http.BrokerRefusal;
import dev.treaty.pacts.command.ExitCodeFailure;
import dev.treaty.pacts.command.ExitCodes;
import dev.treaty.pacts.errors.TreatyException;
import java.util.List;

/** Publishing failed at one consumer; the message says what was and what was not published. */
public final class PublicationIncomplete extends TreatyException implements ExitCodeFailure {

    private final int exitCode;

    private PublicationIncomplete(String what, TreatyException cause, int exitCode) {
        super(
                what,
                cause.errorMessage().where(),
                cause.errorMessage().fix()
                        + "; then run the same command again, which leaves what is published as it is",
                cause);
        this.exitCode = exitCode;
    }

    /** @param consumers all that were to be published, in this order; the one with the number {@code failed} failed */
    static PublicationIncomplete at(int failed, List<ConsumerContracts> consumers, TreatyException cause) {
        var isRefused = cause instanceof BrokerRefusal;
        var what = new StringBuilder(cause.errorMessage().what());
        line(what, "published", consumers.subList(0, failed));
        line(what, isRefused ? "refused" : "unknown, because no answer came", consumers.subList(failed, failed + 1));
        line(what, "not published", consumers.subList(failed + 1, consumers.size()));
        return new PublicationIncomplete(
                what.toString(),
                cause,
                cause instanceof ExitCodeFailure failure ? failure.exitCode() : ExitCodes.UNANSWERED);
    }

    private static void line(StringBuilder text, String outcome, List<ConsumerContracts> consumers) {
        if (!consumers.isEmpty()) {
            text.append("\n  ").append(outcome).append(": ");
            text.append(String.join(
                    ", ",
                    consumers.stream()
                            .map(contracts -> "%s (with %s)".formatted(contracts.consumer(), contracts.providers()))
                            .toList()));
        }
    }

    @Override
    public int exitCode() {
        return exitCode;
    }
}
