package dev.treaty.stubs.vendor.store;

import java.util.Map;

/** Where the records of all worlds are. Whoever calls it sees to it that each world is used by one thread at a time. */
interface RecordStorage extends AutoCloseable {

    /** The records of a world; none if it is new. */
    RecordSource open(String world);

    /** Keeps everything that a unit of work has changed, or nothing; what is kept outlives what the storage promises to outlive. */
    void write(String world, UnitOfWork unit);

    /** What a world takes in memory, about; 0 if it is not there. */
    long bytes(String world);

    /** What the objects of a world take in memory, by kind, about. */
    Map<String, Long> bytesByKind(String world);

    /** Whether worlds are kept elsewhere as well, so that they can be unloaded. */
    boolean isDurable();

    /** Gives back the memory of a world, which is read again when it is opened; forgets it if the storage is not durable. */
    void unload(String world);

    /** Forgets a world. */
    void remove(String world);

    @Override
    void close();
}
