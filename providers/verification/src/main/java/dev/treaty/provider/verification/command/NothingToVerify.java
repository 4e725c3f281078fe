package dev.treaty.provider.verification.command;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.TreatyException;

/** The filter leaves no interaction, which is a mistake on the command line. */
final class NothingToVerify extends TreatyException {

    NothingToVerify(ErrorMessage why) {
        super(why, null);
    }
}
