package dev.treaty.provider.threatintelligence.reports;

import java.util.Map;

/** A source that takes reports. */
public interface ReportTarget {

    /** Reports an address; says what came of it, as JSON: {@code name}, {@code state} and more. Never throws because of the source. */
    Map<String, Object> report(AddressReport report);
}
