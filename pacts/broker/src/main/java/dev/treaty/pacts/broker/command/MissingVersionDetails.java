package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.errors.TreatyException;

/** Neither the command line nor git nor a CI server says what the version or its branch is; nothing was sent. */
final class MissingVersionDetails extends TreatyException {

    private MissingVersionDetails(String what, String fix) {
        super(what, "the command line, git in the folder of the pact files, and the variables of the CI server", fix);
    }

    static MissingVersionDetails version() {
        return new MissingVersionDetails(
                "The version of the consumers is unknown; nothing was published.",
                "add --consumer-app-version=…, the full id of the application's commit");
    }

    static MissingVersionDetails branch() {
        return new MissingVersionDetails(
                "The branch is unknown, and no provider would ever be verified against contracts without one; nothing was published.",
                "add --branch=…");
    }
}
