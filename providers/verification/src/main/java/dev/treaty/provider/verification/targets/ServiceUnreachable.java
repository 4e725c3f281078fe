package dev.treaty.provider.verification.targets;

import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.provider.verification.errors.SecretMask;
import java.net.URI;
import java.net.UnknownHostException;

/** Nothing accepts connections where the provider should run, so nothing can be said about it. */
public final class ServiceUnreachable extends TreatyException {

    ServiceUnreachable(URI url, String option, Exception cause) {
        super(
                "The provider cannot be reached: %s.".formatted(why(cause)),
                SecretMask.mask(option + url),
                "start the provider, and wait until it listens");
    }

    private static String why(Exception cause) {
        return cause instanceof UnknownHostException
                ? "unknown host " + cause.getMessage()
                : String.valueOf(cause.getMessage());
    }
}
