package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.broker.http.BrokerCredentials;
import dev.treaty.pacts.errors.TreatyException;

/** Credentials were given as an option, where every user of the machine can read them. */
final class CredentialsOnCommandLine extends TreatyException {

    CredentialsOnCommandLine() {
        super(
                "Credentials are not taken from the command line, because other users can see it.",
                "--broker-username, --broker-password or --broker-token",
                "set " + BrokerCredentials.VARIABLES);
    }
}
