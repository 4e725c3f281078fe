package dev.treaty.provider.environmentcloner.refusals;

import java.util.List;

/** Columns look as if they held personal data, and the profile does not say what becomes of them (422). */
public final class ColumnsUnclassified extends Refusal {

    private final List<String> columns;

    public ColumnsUnclassified(String profile, List<String> columns) {
        super(
                "unclassified-columns",
                "Nobody has decided about columns that look personal: %s.".formatted(String.join(", ", columns)),
                "the anonymisation profile " + profile,
                "give each a kind of personal data in the profile, or \"keep:\" with the reason why it identifies nobody");
        this.columns = List.copyOf(columns);
    }

    /** E.g. {@code people.profiles.nickname}, {@code audit.audit_logs.new_values > guest.email}. */
    public List<String> columns() {
        return columns;
    }
}
