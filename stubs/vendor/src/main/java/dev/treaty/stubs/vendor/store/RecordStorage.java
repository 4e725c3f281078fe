package dev.treaty.stubs.vendor.store;

/** Where the records of all worlds are. Whoever calls it sees to it that each world is used by one thread at a time. */
interface RecordStorage extends AutoCloseable {

    /** The records of a world; none if it is new. */
    RecordSource open(String world);

    /** Keeps everything that a unit of work has changed, or nothing; what is kept outlives what the storage promises to outlive. */
    void write(String world, UnitOfWork unit);

    /** Forgets a world. */
    void remove(String world);

    @Override
    void close();
}
