package dev.treaty.consumer.vendorwatch.health;

import dev.treaty.consumer.vendorwatch.health.Breach.Measure;
import dev.treaty.consumer.vendorwatch.probe.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What the last calls say of a vendor.
 *
 * @param status as of the newest call
 * @param breaches thresholds that all calls together do not keep; empty if there were too few to judge
 */
public record Health(Status status, List<Breach> breaches) {

    /** Judges a vendor. */
    public static Health of(Window window, Thresholds thresholds) {
        return new Health(status(window, thresholds), breaches(window, thresholds));
    }

    /** Whether somebody should know. */
    public boolean isDegraded() {
        return !breaches.isEmpty();
    }

    private static Status status(Window window, Thresholds thresholds) {
        if (window.results().isEmpty()) {
            return Status.UNKNOWN;
        }
        var newest = window.results().get(window.results().size() - 1);
        return switch (newest.outcome()) {
            case FAILED -> Status.DOWN;
            case LIMITED -> Status.LIMITED;
            case REFUSED -> Status.REFUSED;
            case ANSWERED -> newest.took().compareTo(thresholds.response()) > 0 ? Status.SLOW : Status.UP;
        };
    }

    private static List<Breach> breaches(Window window, Thresholds thresholds) {
        var breaches = new ArrayList<Breach>();
        if (window.results().size() < thresholds.least()) {
            return breaches;
        }
        var success = window.share(Outcome.ANSWERED);
        if (success < thresholds.success()) {
            breaches.add(new Breach(Measure.SUCCESS, thresholds.success(), success));
        }
        var errors = window.share(Outcome.FAILED);
        if (errors > thresholds.errors()) {
            breaches.add(new Breach(Measure.ERRORS, thresholds.errors(), errors));
        }
        var response = window.responseTime();
        if (response.compareTo(thresholds.response()) > 0) {
            breaches.add(new Breach(Measure.RESPONSE, thresholds.response().toMillis(), response.toMillis()));
        }
        return breaches;
    }
}
