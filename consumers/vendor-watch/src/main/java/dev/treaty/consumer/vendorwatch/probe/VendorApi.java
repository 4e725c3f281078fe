package dev.treaty.consumer.vendorwatch.probe;

import dev.treaty.consumer.http.HttpCall;
import java.net.URI;
import java.util.Optional;

/**
 * What the watch has to know about a vendor's API.
 *
 * @param name as the contracts call it: {@code "sendgrid"}
 * @param title for people: {@code "SendGrid"}
 * @param address empty if everyone runs their own
 * @param call the cheapest one that needs a valid key; {@code {user}} in its path is replaced
 * @param authorization how the key is sent
 * @param limit how the vendor says "slow down"
 */
public record VendorApi(
        String name,
        String title,
        Optional<URI> address,
        HttpCall call,
        Authorization authorization,
        LimitSignal limit) {}
