package dev.treaty.consumer.campaigndialer;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import java.util.Optional;
import java.util.function.Function;

/** The SDK's client for one account, set up so that every call has time-outs and is made once. Safe to share between threads. */
public final class TwilioConnection {

    private final TwilioRestClient client;
    private final String description;

    /** Connects on the first request. */
    public TwilioConnection(TwilioEndpoint endpoint, TwilioAccount account) {
        client = new TwilioRestClient.Builder(account.sid(), account.authToken())
                .httpClient(new SingleAttemptHttpClient(endpoint))
                .build();
        description = "TwilioConnection[" + endpoint.url() + ", " + account + "]";
    }

    /**
     * Makes one call through the SDK.
     *
     * @throws AuthenticationFailed if Twilio does not accept the auth token
     * @throws TwilioRefused if Twilio refuses
     * @throws TwilioUnavailable if there is no usable response
     */
    <T> T execute(Function<TwilioRestClient, T> request) {
        try {
            return request.apply(client);
            // The latter two are what the SDK throws for a response with a missing or invalid field.
        } catch (TwilioException | NullPointerException | IllegalArgumentException unreadable) {
            throw TwilioUnavailable.maybeTaken("Twilio's response could not be read", description, unreadable);
        }
    }

    /** Like {@link #execute}, for a resource that may not exist (20404). */
    <T> Optional<T> find(Function<TwilioRestClient, T> request) {
        try {
            return Optional.of(execute(request));
        } catch (TwilioRefused refused) {
            if (refused.code() == TwilioRefused.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Override
    public String toString() {
        return description;
    }
}
