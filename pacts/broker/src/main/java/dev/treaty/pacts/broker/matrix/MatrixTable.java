package dev.treaty.pacts.broker.matrix;

import dev.treaty.pacts.broker.text.TextTable;
import java.util.List;

/** The combinations of versions that the answer is based on, as a table. */
final class MatrixTable {

    private static final List<String> HEADER = List.of("CONSUMER", "C.VERSION", "PROVIDER", "P.VERSION", "SUCCESS?");

    private MatrixTable() {}

    static String of(List<MatrixRow> rows) {
        return TextTable.of(
                HEADER,
                rows.stream()
                        .map(row -> List.of(
                                row.consumer(),
                                row.consumerVersion(),
                                row.provider(),
                                row.providerVersion().orElse("none"),
                                row.outcome()))
                        .toList());
    }
}
