package dev.treaty.provider.environmentcloner.copy;

/** Is told what a copy is doing, by the threads that do it. */
public interface CopyListener {

    /** Wants to know nothing. */
    CopyListener NONE = new CopyListener() {};

    /** A table is copied wholly. */
    default void copied(CopiedTable table) {}

    /** All rows are there, and PostgreSQL begins to create keys and indexes. */
    default void indexing() {}
}
