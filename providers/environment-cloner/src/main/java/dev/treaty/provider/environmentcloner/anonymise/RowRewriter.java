package dev.treaty.provider.environmentcloner.anonymise;

import java.util.List;

/** Rewrites the rows of one table while they are copied. Not for use by several threads. */
public final class RowRewriter {

    private final List<FieldRewriter> fields;

    /** How many fields have to be looked at; all that follow are copied as they are. */
    private final int last;

    private long rewritten;

    RowRewriter(List<FieldRewriter> fields) {
        this.fields = List.copyOf(fields);
        last = lastRewritten(fields);
    }

    private static int lastRewritten(List<FieldRewriter> fields) {
        for (var i = fields.size(); i > 0; i--) {
            if (fields.get(i - 1) != FieldRewriter.NONE) {
                return i;
            }
        }
        return 0;
    }

    /**
     * Writes a row as it is to be in the target.
     *
     * @param row in PostgreSQL's text format of COPY, with the line feed
     */
    public void rewrite(byte[] row, RowSink target) {
        var isRewritten = false;
        var written = 0;
        var from = 0;
        for (var i = 0; i < last; i++) {
            var to = endOfField(row, from);
            var value = CopyText.isNull(row, from, to) ? null : fields.get(i).rewrite(row, from, to);
            if (value != null) {
                target.write(row, written, from);
                target.write(value, 0, value.length);
                written = to;
                isRewritten = true;
            }
            from = to + 1;
        }
        target.write(row, written, row.length);
        rewritten += isRewritten ? 1 : 0;
    }

    static int endOfField(byte[] row, int from) {
        var i = from;
        while (row[i] != CopyText.SEPARATOR && row[i] != CopyText.END_OF_ROW) {
            i++;
        }
        return i;
    }

    /** How many rows were not copied as they are. */
    public long rewritten() {
        return rewritten;
    }
}
