package dev.treaty.stubs.http.page;

import dev.treaty.stubs.matching.ContractSnapshot;
import dev.treaty.stubs.matching.InteractionLookup;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The comparison of the contracts with the last commit. It is made again when contracts were loaded, and otherwise now and then. */
public final class LatestChanges implements Supplier<Optional<String>> {

    /** A commit, or a file that is broken, changes the comparison although no contract is loaded. */
    private static final Duration LONGEST_AGE = Duration.ofSeconds(10);

    private final InteractionLookup lookup;
    private final Supplier<Optional<String>> comparison;
    private @Nullable ContractSnapshot compared;
    private long time;
    private Optional<String> text = Optional.empty();

    /** @param comparison which may take a second */
    public LatestChanges(InteractionLookup lookup, Supplier<Optional<String>> comparison) {
        this.lookup = lookup;
        this.comparison = comparison;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // each change makes another one
    public synchronized Optional<String> get() {
        var now = System.nanoTime();
        var contracts = lookup.contracts();
        if (contracts != compared || now - time > LONGEST_AGE.toNanos()) {
            text = comparison.get();
            compared = contracts;
            time = now;
        }
        return text;
    }
}
