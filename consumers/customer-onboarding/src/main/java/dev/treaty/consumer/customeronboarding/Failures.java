package dev.treaty.consumer.customeronboarding;

import dev.treaty.consumer.billing.StripeFailure;
import dev.treaty.consumer.customersync.connection.AirtableException;
import dev.treaty.consumer.fleettracking.connection.SamsaraException;
import dev.treaty.consumer.http.HttpApiException;
import dev.treaty.pacts.errors.TreatyException;

/** What a vendor's failure means for a step. */
final class Failures {

    private Failures() {}

    /** Whether the vendor may have carried out what it was asked nevertheless. */
    static boolean mayHaveBeenCarriedOut(TreatyException failure) {
        if (failure instanceof HttpApiException.NoReply silence) {
            return silence.mayHaveBeenCarriedOut();
        }
        return failure instanceof HttpApiException.UnreadableReply
                || failure instanceof StripeFailure.Unavailable
                || failure instanceof StripeFailure.UnexpectedResponse
                || failure instanceof AirtableException.Unavailable
                || failure instanceof SamsaraException.Unavailable;
    }

    /** The first line of the message. */
    static String why(TreatyException failure) {
        return failure.errorMessage().what();
    }
}
