package dev.treaty.consumer.campaigndialer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.exception.ApiException;
import com.twilio.exception.RestException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Sends each request once, and turns whatever is not a success into one of this package's errors.
 *
 * <p>The SDK's own client repeats any request up to three times on a server error, and Apache's client below it repeats it
 * once more on 429 and 503, all without a word; a message that was sent although the answer was an error is then sent
 * again. {@code TwilioSdkTest} shows it.
 */
final class SingleAttemptHttpClient extends NetworkHttpClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    SingleAttemptHttpClient(TwilioEndpoint endpoint) {
        super(TwilioRoute.to(endpoint));
    }

    @Override
    public Response reliableRequest(Request request) {
        return reliableRequest(request, RETRY_CODES, 1, 0);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        var where = request.getMethod() + " " + request.constructURL().getPath();
        var response = once(request, where);
        var status = response.getStatusCode();
        if (status == 429) {
            throw TwilioUnavailable.notTaken(
                    "Twilio has had too many requests (" + refusal(response).code + ")",
                    where,
                    retryAfter(response),
                    null);
        }
        if (status >= 500) {
            throw TwilioUnavailable.maybeTaken("Twilio answered " + status, where, null);
        }
        if (status == 401) {
            var refusal = refusal(response);
            throw new AuthenticationFailed(refusal.code, where, refusal.moreInfo);
        }
        if (status >= 400) {
            var refusal = refusal(response);
            throw new TwilioRefused(refusal.code, refusal.reason, where, refusal.moreInfo);
        }
        return response;
    }

    private Response once(Request request, String where) {
        try {
            return makeRequest(request);
        } catch (ApiException e) {
            var cause = e.getCause();
            if (neverConnected(cause)) {
                throw TwilioUnavailable.notTaken("Twilio could not be reached", where, null, cause);
            }
            throw TwilioUnavailable.maybeTaken("Twilio did not answer", where, cause);
        }
    }

    private static boolean neverConnected(@Nullable Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof UnknownHostException;
    }

    /** @param code zero when the answer is not Twilio's but, say, a proxy's */
    private record Refusal(int code, String reason, String moreInfo) {}

    private static Refusal refusal(Response response) {
        try {
            var error = RestException.fromJson(response.getStream(), JSON);
            return new Refusal(error.getCode(), error.getMessage(), error.getMoreInfo());
        } catch (ApiException notTwilios) {
            return new Refusal(
                    0, "HTTP " + response.getStatusCode(), "ask who answers there: it is not Twilio's error format");
        }
    }

    private static @Nullable Duration retryAfter(Response response) {
        return Arrays.stream(response.getHeaders())
                .filter(header -> header.getName().equalsIgnoreCase(HttpHeaders.RETRY_AFTER))
                .filter(header -> header.getValue().matches("\\d{1,9}"))
                .map(header -> Duration.ofSeconds(Long.parseLong(header.getValue())))
                .findFirst()
                .orElse(null);
    }
}
