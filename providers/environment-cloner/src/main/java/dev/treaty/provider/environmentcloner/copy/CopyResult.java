package dev.treaty.provider.environmentcloner.copy;

import java.util.List;

/**
 * What was copied.
 *
 * @param foreignKeys how many PostgreSQL proved
 */
public record CopyResult(List<CopiedTable> tables, int foreignKeys) {

    public CopyResult {
        tables = List.copyOf(tables);
    }
}
