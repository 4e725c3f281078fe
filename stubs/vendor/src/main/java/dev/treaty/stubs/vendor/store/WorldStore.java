package dev.treaty.stubs.vendor.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps worlds, each under its name. */
public interface WorldStore extends AutoCloseable {

    /**
     * Runs a unit of work, while no other has access to the same world. Its changes are kept as a whole when it returns; none of them
     * are kept if it throws.
     *
     * @param world its name; created if it does not exist
     */
    <T> T inWorld(String world, Function<Records, T> work);

    /**
     * The worlds that have to be looked at by now, see {@link Records#dueAt}.
     *
     * @param prefix of their names
     * @param epochMillis the real time
     */
    List<String> due(String prefix, long epochMillis);

    /** Forgets a world. */
    void remove(String world);

    /**
     * What was forgotten of a world since the last time this was asked, because there was too much: how many objects by kind, e.g.
     * {@code "customer: 12, event: 30"}, or {@code "everything"}.
     */
    Optional<String> takeForgotten(String world);

    /** What a world takes in the memory of this process, in bytes; 0 if it is elsewhere. */
    long bytes(String world);

    /** How many worlds were forgotten because there were too many, since the store was opened. */
    long forgotten();

    @Override
    void close();
}
