package dev.treaty.provider.environmentcloner.copy;

/**
 * What became of a table.
 *
 * @param rows how many rows were copied
 * @param anonymised in how many of them something was replaced
 * @param bytes how many were read
 */
public record CopiedTable(TableName name, long rows, long anonymised, long bytes) {}
