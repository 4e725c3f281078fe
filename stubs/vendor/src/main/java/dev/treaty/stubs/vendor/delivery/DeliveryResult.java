package dev.treaty.stubs.vendor.delivery;

import java.util.List;
import java.util.Map;

/**
 * What came of one attempt.
 *
 * @param status of the response; 0 if there was none
 * @param headers of the response, all values of each, names in lower case
 * @param text the body of the response as UTF-8; at most {@link DeliverySender#MAX_BODY} bytes
 * @param error why there was no response; empty if there was one
 */
public record DeliveryResult(int status, Map<String, List<String>> headers, String text, String error) {

    /** No response. */
    public static DeliveryResult failed(String error) {
        return new DeliveryResult(0, Map.of(), "", error);
    }

    /**
     * The first value of a header; empty text if there is none.
     *
     * @param name in lower case
     */
    public String header(String name) {
        return headers.getOrDefault(name, List.of("")).get(0);
    }

    /** Whether the application accepted it: 2xx (RFC 9110, section 15.3). */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
