package dev.treaty.provider.verification.contracts;

import au.com.dius.pact.core.pactbroker.InvalidNavigationRequest;
import au.com.dius.pact.core.pactbroker.NotFoundHalResponse;
import au.com.dius.pact.core.pactbroker.RequestFailedException;
import java.io.IOException;
import java.util.Set;

/**
 * Why a broker returned no contract, and how to fix it. pact-jvm throws exceptions of many types; their messages name its own links and
 * sometimes its options, which include the credentials.
 *
 * @param why the end of a sentence, e.g. {@code "it responded 401"}
 */
record BrokerFailure(String why, String fix) {

    /** The environment variables for the credentials. */
    static final String CREDENTIALS = "PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD";

    private static final Set<Integer> UNAUTHORIZED = Set.of(401, 403, 407);
    private static final String SET_CREDENTIALS =
            "set credentials that may read contracts in the environment variables " + CREDENTIALS;
    private static final String CHECK_URL = "check -Dpact.broker.url=";

    /** Why the broker did not select contracts with a provider. */
    static BrokerFailure ofSelection(Throwable failure, String provider) {
        if (failure instanceof NotFoundHalResponse) {
            return new BrokerFailure(
                    "it does not know the provider \"%s\"".formatted(provider),
                    "check the name in @Provider; a broker knows a provider once a consumer has published a contract with it");
        }
        return of(
                failure instanceof InvalidNavigationRequest && failure.getCause() != null
                        ? failure.getCause()
                        : failure);
    }

    /** Why the broker did not return what it has at a URL. */
    static BrokerFailure of(Throwable failure) {
        if (failure instanceof RequestFailedException response) {
            return new BrokerFailure(
                    "it responded %d".formatted(response.getStatus()),
                    UNAUTHORIZED.contains(response.getStatus()) ? SET_CREDENTIALS : "see the broker's log");
        }
        if (failure instanceof NotFoundHalResponse) {
            return new BrokerFailure("it responded 404", CHECK_URL);
        }
        return failure instanceof IOException
                ? new BrokerFailure(
                        "it cannot be reached (%s)".formatted(failure.getClass().getSimpleName()), CHECK_URL)
                : new BrokerFailure("it does not respond like a broker", CHECK_URL + ", and " + SET_CREDENTIALS);
    }
}
