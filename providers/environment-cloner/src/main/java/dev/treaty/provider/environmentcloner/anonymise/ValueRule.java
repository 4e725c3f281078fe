package dev.treaty.provider.environmentcloner.anonymise;

import dev.treaty.provider.environmentcloner.pseudonyms.Domain;

/** What becomes of one value: of a column, or of a member of a JSON document. */
public sealed interface ValueRule extends ColumnRule {

    /** It becomes a pseudonym. */
    record Replace(Domain domain) implements ValueRule {}

    /**
     * It stays as it is.
     *
     * @param reason why it does not identify a person
     */
    record Keep(String reason) implements ValueRule {}
}
