package dev.treaty.consumer.campaigndialer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Sends each request once, and turns every failure into one of this package's errors.
 *
 * <p>The SDK's own client repeats any request up to three times on a server error, and Apache's client below it repeats it
 * once more on 429 and 503, all silently; a message that was sent although the response was an error is then sent
 * again. {@code TwilioSdkTest} demonstrates it.
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
        if (status < 400) {
            return response;
        }
        if (status >= 500) {
            throw TwilioUnavailable.maybeTaken("Twilio responded with status " + status, where, null);
        }
        var refusal = refusal(response);
        if (status == 429) {
            throw TwilioUnavailable.notTaken(
                    "Twilio has received too many requests (" + refusal.code + ")", where, retryAfter(response), null);
        }
        if (status == 401) {
            throw new AuthenticationFailed(refusal.code, where, refusal.moreInfo);
        }
        throw new TwilioRefused(refusal.code, refusal.reason, where, refusal.moreInfo);
    }

    private Response once(Request request, String where) {
        try {
            return makeRequest(request);
        } catch (ApiException e) {
            var cause = e.getCause();
            if (neverConnected(cause)) {
                throw TwilioUnavailable.notTaken("Twilio could not be reached", where, null, cause);
            }
            throw TwilioUnavailable.maybeTaken("Twilio did not respond", where, cause);
        }
    }

    private static boolean neverConnected(@Nullable Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof ConnectionRequestTimeoutException
                || cause instanceof UnknownHostException;
    }

    /** @param code zero if the response is not Twilio's but, for example, a proxy's */
    private record Refusal(int code, String reason, String moreInfo) {}

    private static Refusal refusal(Response response) {
        var error = json(response.getContent());
        return new Refusal(
                error.path("code").asInt(),
                error.path("message").asText("HTTP " + response.getStatusCode()),
                error.path("more_info")
                        .asText("check which server responds there: this is not an error of Twilio's API"));
    }

    private static JsonNode json(String content) {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException notTwilios) {
            return MissingNode.getInstance();
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
