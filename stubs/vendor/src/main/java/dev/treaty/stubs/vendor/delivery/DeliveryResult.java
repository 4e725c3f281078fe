package dev.treaty.stubs.vendor.delivery;

import java.util.Map;

/**
 * What came of one attempt.
 *
 * @param status of the response; 0 if there was none
 * @param headers of the response, names in lower case
 * @param text the body of the response as UTF-8; at most {@link DeliverySender#MAX_BODY} bytes
 * @param error why there was no response; empty if there was one
 */
public record DeliveryResult(int status, Map<String, String> headers, String text, String error) {

    /** No response. */
    public static DeliveryResult failed(String error) {
        return new DeliveryResult(0, Map.of(), "", error);
    }

    /** Whether the application accepted it: 2xx (RFC 9110, section 15.3). */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
