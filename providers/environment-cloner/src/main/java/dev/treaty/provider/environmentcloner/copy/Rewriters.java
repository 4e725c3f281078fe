package dev.treaty.provider.environmentcloner.copy;

import dev.treaty.provider.environmentcloner.anonymise.Anonymiser;
import dev.treaty.provider.environmentcloner.anonymise.RowRewriter;
import dev.treaty.provider.environmentcloner.originals.Originals;
import org.jspecify.annotations.Nullable;

/** What one thread rewrites its tables with; nothing if they are copied as they are. */
final class Rewriters implements AutoCloseable {

    private final @Nullable Anonymiser anonymiser;
    private final Originals.@Nullable Recorder recorder;

    Rewriters(@Nullable Anonymiser anonymiser) {
        this.anonymiser = anonymiser;
        recorder = anonymiser == null ? null : anonymiser.originals().recorder();
    }

    /** The one for a table; null to copy it as it is. */
    @Nullable
    RowRewriter of(TableLayout table) {
        return anonymiser == null || recorder == null ? null : anonymiser.rewriter(table.columns(), recorder);
    }

    @Override
    public void close() {
        if (recorder != null) {
            recorder.close();
        }
    }
}
