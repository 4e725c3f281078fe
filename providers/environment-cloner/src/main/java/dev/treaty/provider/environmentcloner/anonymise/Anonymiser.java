package dev.treaty.provider.environmentcloner.anonymise;

import dev.treaty.provider.environmentcloner.originals.Originals;
import dev.treaty.provider.environmentcloner.pseudonyms.Pseudonyms;
import java.util.List;
import java.util.Map;

/** Anonymises the tables of one clone by a profile. What it replaces is recorded among the originals. */
public final class Anonymiser {

    private final AnonymisationProfile profile;
    private final byte[] secret;
    private final Originals originals;

    /** @param secret of the clone, 32 random bytes */
    public Anonymiser(AnonymisationProfile profile, byte[] secret, Originals originals) {
        this.profile = profile;
        this.secret = secret.clone();
        this.originals = originals;
    }

    /** What it replaced. */
    public Originals originals() {
        return originals;
    }

    /**
     * For the rows of one table, on one thread.
     *
     * @param columns those that are copied, in the order in which they are
     * @param recorder for this thread
     */
    public RowRewriter rewriter(List<Column> columns, Originals.Recorder recorder) {
        var values = new ValueRewriter(new Pseudonyms(secret), recorder);
        return new RowRewriter(
                columns.stream().map(column -> field(column, values)).toList());
    }

    private FieldRewriter field(Column column, ValueRewriter values) {
        var rule = profile.rule(column.name()).orElse(null);
        if (rule instanceof ColumnRule.Json json) {
            return FieldRewriter.ofDocuments(new JsonRewriter(json.members(), values));
        }
        if (rule instanceof ValueRule value) {
            return FieldRewriter.replacing(value, values);
        }
        return switch (column.kind()) {
            case TEXT -> FieldRewriter.sweeping(values);
            case JSON -> FieldRewriter.sweeping(new JsonRewriter(Map.of(), values));
            case OTHER -> FieldRewriter.NONE;
        };
    }
}
