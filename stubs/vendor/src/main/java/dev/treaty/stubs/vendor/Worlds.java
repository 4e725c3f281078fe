package dev.treaty.stubs.vendor;

import dev.treaty.stubs.vendor.store.WorldStore;
import dev.treaty.stubs.vendor.world.AccountNames;
import dev.treaty.stubs.vendor.world.World;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The worlds of one vendor. */
final class Worlds {

    private final String prefix;
    private final Pattern names;
    private final WorldStore store;
    private final InstantSource clock;

    Worlds(String provider, WorldStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        prefix = provider + "-";
        names = Pattern.compile(Pattern.quote(prefix) + "[0-9a-f]{" + 2 * AccountNames.BYTES + "}");
    }

    /**
     * The name of an account's world, which says nothing about the account's credentials.
     *
     * @param account as the vendor knows it, or the name of its world
     */
    String nameOf(String account) {
        return account.startsWith(prefix) && names.matcher(account).matches()
                ? account
                : prefix + AccountNames.of(account);
    }

    /** Runs a unit of work, alone in a world. */
    <T> T in(String world, Function<World, T> work) {
        return store.inWorld(world, records -> {
            var opened = new World(world, records, clock.instant());
            var result = work.apply(opened);
            opened.complete();
            return result;
        });
    }

    /** Those in which something has become due. */
    List<String> due() {
        return store.due(prefix, clock.millis());
    }

    /** See {@link WorldStore#takeForgotten}. */
    Optional<String> takeForgotten(String world) {
        return store.takeForgotten(world);
    }

    /** Forgets everything in a world. */
    void reset(String world) {
        store.remove(world);
    }
}
