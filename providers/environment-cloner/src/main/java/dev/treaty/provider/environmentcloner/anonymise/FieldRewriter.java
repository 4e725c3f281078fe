package dev.treaty.provider.environmentcloner.anonymise;

import org.jspecify.annotations.Nullable;

/** What becomes of the values of one column. */
@FunctionalInterface
interface FieldRewriter {

    /** Leaves everything as it is. */
    FieldRewriter NONE = (row, from, to) -> null;

    /** The new value, as the text format of COPY has it; null if the value stays as it is. */
    byte @Nullable [] rewrite(byte[] row, int from, int to);

    /** Replaces each value. */
    static FieldRewriter replacing(ValueRule rule, ValueRewriter values) {
        return rule instanceof ValueRule.Keep
                ? NONE
                : (row, from, to) -> CopyText.write(values.rewrite(rule, CopyText.read(row, from, to)));
    }

    /** Replaces values in each document. */
    static FieldRewriter ofDocuments(JsonRewriter documents) {
        return (row, from, to) -> CopyText.write(documents.rewrite(CopyText.read(row, from, to)));
    }

    /** Replaces e-mail addresses in each text. */
    static FieldRewriter sweeping(ValueRewriter values) {
        return (row, from, to) -> CopyText.indexOf((byte) '@', row, from, to) < 0
                ? null
                : CopyText.write(values.sweep(CopyText.read(row, from, to)));
    }

    /** Replaces e-mail addresses in each document; a document without one, however its at sign is written, stays as it is. */
    static FieldRewriter sweeping(JsonRewriter documents) {
        var rewriter = ofDocuments(documents);
        return (row, from, to) ->
                CopyText.indexOf((byte) '@', row, from, to) < 0 && CopyText.indexOf(CopyText.ESCAPE, row, from, to) < 0
                        ? null
                        : rewriter.rewrite(row, from, to);
    }
}
