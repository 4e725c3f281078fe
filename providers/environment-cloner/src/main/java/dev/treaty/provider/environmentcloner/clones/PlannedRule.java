package dev.treaty.provider.environmentcloner.clones;

/**
 * What becomes of the values of a column, or of the members of its documents.
 *
 * @param column e.g. {@code guest_email}, {@code new_values > guest_email}
 * @param domain e.g. {@code email}; {@code keep} if they stay as they are
 */
public record PlannedRule(String column, String domain) {}
