package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.broker.http.BrokerCredentials;
import dev.treaty.pacts.errors.TreatyException;

/** Credentials were given as an option, where every user of the machine can read them. */
public final class CredentialsOnCommandLine extends TreatyException {

    /** They are not repeated in the message. */
    public CredentialsOnCommandLine() {
        super(
                "Credentials are not taken from the command line, because other users can see it.",
                "--broker-username, --broker-password or --broker-token",
                "set " + BrokerCredentials.VARIABLES);
    }
}
