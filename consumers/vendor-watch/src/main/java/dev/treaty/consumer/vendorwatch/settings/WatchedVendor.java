package dev.treaty.consumer.vendorwatch.settings;

import dev.treaty.consumer.vendorwatch.probe.Credentials;
import dev.treaty.consumer.vendorwatch.probe.VendorApi;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A vendor with what is known about one's own account.
 *
 * @param rotateKeyBy when the key has to be replaced, at the latest
 * @param budget for a calendar month (UTC)
 * @param prices of one of each item that is counted; {@value #CALL} is what the watch itself does
 */
public record WatchedVendor(
        VendorApi api,
        URI address,
        Credentials credentials,
        Optional<LocalDate> rotateKeyBy,
        Optional<BigDecimal> budget,
        Map<String, BigDecimal> prices) {

    /** The item that each call of the watch counts as. */
    public static final String CALL = "call";

    /** As in the contracts, e.g. {@code "sendgrid"}. */
    public String name() {
        return api.name();
    }
}
