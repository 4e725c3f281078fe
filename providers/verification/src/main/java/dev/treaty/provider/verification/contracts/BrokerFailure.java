package dev.treaty.provider.verification.contracts;

import au.com.dius.pact.core.pactbroker.InvalidNavigationRequest;
import au.com.dius.pact.core.pactbroker.NotFoundHalResponse;
import au.com.dius.pact.core.pactbroker.RequestFailedException;
import java.io.IOException;
import java.util.Set;

/**
 * What a broker that gives no contract means, and how to fix it. pact-jvm tells it in exceptions of many types, whose texts name
 * its own links and, in some, its options, which hold the credentials.
 *
 * @param why as the end of a sentence, e.g. {@code "it answered 401"}
 */
record BrokerFailure(String why, String fix) {

    private static final Set<Integer> REFUSED = Set.of(401, 403, 407);
    private static final String CREDENTIALS =
            "put credentials that may read into the environment: PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD";
    private static final String CHECK_ADDRESS = "check -D%s=".formatted(BrokerContracts.URL);

    /** Of a failure to say which contracts with a provider are wanted. */
    static BrokerFailure ofSelection(Throwable failure, String provider) {
        if (failure instanceof NotFoundHalResponse) {
            return new BrokerFailure(
                    "it knows no provider \"%s\"".formatted(provider),
                    "check the name in @Provider; a broker knows a provider as soon as a consumer has published a contract with it");
        }
        return of(
                failure instanceof InvalidNavigationRequest && failure.getCause() != null
                        ? failure.getCause()
                        : failure);
    }

    /** Of a failure to answer at an address. */
    static BrokerFailure of(Throwable failure) {
        if (failure instanceof RequestFailedException answer) {
            return new BrokerFailure(
                    "it answered %d".formatted(answer.getStatus()),
                    REFUSED.contains(answer.getStatus()) ? CREDENTIALS : "see the broker's own log");
        }
        if (failure instanceof NotFoundHalResponse) {
            return new BrokerFailure("it answered 404", CHECK_ADDRESS);
        }
        return failure instanceof IOException
                ? new BrokerFailure(
                        "it cannot be reached (%s)".formatted(failure.getClass().getSimpleName()), CHECK_ADDRESS)
                : new BrokerFailure("it answers as no broker does", CHECK_ADDRESS + ", and " + CREDENTIALS);
    }
}
