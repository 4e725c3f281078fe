package dev.treaty.consumer.vendorwatch.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings file as it is written; what is not written is null.
 *
 * @param vendors by name
 */
record SettingsDocument(
        @Nullable Limits thresholds,
        @Nullable String currency,
        @Nullable List<Integer> budgetAlerts,
        @Nullable Integer keyWarningDays,
        @JsonProperty(required = true) Map<String, Vendor> vendors) {

    /** See {@link dev.treaty.consumer.vendorwatch.health.Thresholds}. */
    record Limits(
            @Nullable Double success,
            @Nullable Double errors,
            @Nullable Duration response,
            @Nullable Integer window,
            @Nullable Integer least) {}

    /**
     * See {@link WatchedVendor}.
     *
     * @param keyVariable the environment variable with the key, which is in no file
     */
    record Vendor(
            @Nullable URI url,
            @Nullable String user,
            @Nullable String keyVariable,
            @Nullable LocalDate keyCreated,
            @Nullable Integer rotateAfterDays,
            @Nullable BigDecimal budget,
            @Nullable Map<String, BigDecimal> prices) {}
}
