package dev.treaty.provider.environmentcloner.copy;

import java.util.Collection;
import java.util.stream.Collectors;

/** Tables refer to each other in a circle, so that it cannot be told row by row what has to be left out. */
public final class CircularReference extends RuntimeException {

    CircularReference(Collection<TableName> tables) {
        super(tables.stream().map(TableName::toString).collect(Collectors.joining(", ")));
    }
}
