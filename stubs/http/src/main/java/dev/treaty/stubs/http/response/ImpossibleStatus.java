package dev.treaty.stubs.http.response;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.PathText;
import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.stubs.matching.interaction.InteractionOrigin;

/** A contract responds with a status that no response can have. */
public final class ImpossibleStatus extends TreatyException {

    private static final int FIRST = 200;
    private static final int LAST = 999;

    private ImpossibleStatus(ErrorMessage message) {
        super(message, null);
    }

    /**
     * Refuses such a status of an interaction.
     *
     * @throws ImpossibleStatus if a client would wait for another response (RFC 9110, section 15.2), or could not read this one
     */
    public static void refuse(int status, InteractionOrigin origin) {
        if (status < FIRST || status > LAST) {
            throw new ImpossibleStatus(new ErrorMessage(
                    "\"%s\" responds with status %d, which no response ends with."
                            .formatted(origin.description(), status),
                    PathText.of(origin.file().path()),
                    "write a status from 200 to 599"));
        }
    }
}
