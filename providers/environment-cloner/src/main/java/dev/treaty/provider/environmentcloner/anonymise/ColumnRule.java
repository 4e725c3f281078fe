package dev.treaty.provider.environmentcloner.anonymise;

import java.util.Map;

/** What a profile says of a column. */
public sealed interface ColumnRule permits ColumnRule.Json, ValueRule {

    /**
     * The column holds JSON documents, of which some values become pseudonyms.
     *
     * @param members what becomes of the strings at a path, by path, e.g. {@code guest.email}; the elements of a list have the path of the list
     */
    record Json(Map<String, ValueRule> members) implements ColumnRule {
        public Json {
            members = Map.copyOf(members);
        }
    }
}
