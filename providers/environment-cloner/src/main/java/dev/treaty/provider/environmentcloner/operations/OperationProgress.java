package dev.treaty.provider.environmentcloner.operations;

/**
 * How far an operation is.
 *
 * @param percent 0 to 100 of the whole operation, not only of the copy; 100 only when it is completed; never falls
 * @param rows written to the new database
 * @param rowsTotal how many there will be: counted for small tables, estimated for large ones; 0 until that is known
 * @param tables that are copied wholly
 * @param bytes read from the source
 */
public record OperationProgress(int percent, long rows, long rowsTotal, int tables, int tablesTotal, long bytes) {

    /** That of an operation that has not begun. */
    public static final OperationProgress NONE = new OperationProgress(0, 0, 0, 0, 0, 0);
}
