package dev.treaty.consumer.vendorwatch.settings;

import dev.treaty.consumer.vendorwatch.health.Thresholds;
import java.util.List;

/**
 * What is watched, and when that is worth an alert.
 *
 * @param budgetAlerts in percent of a budget, ascending
 * @param keyWarningDays how many days before its rotation is due a key is worth an alert
 * @param currency of all prices and budgets (ISO 4217)
 */
public record WatchSettings(
        Thresholds thresholds,
        List<Integer> budgetAlerts,
        int keyWarningDays,
        String currency,
        List<WatchedVendor> vendors) {}
