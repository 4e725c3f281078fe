/** A service's PostgreSQL, its own or a given one, migrated before the service starts. */
@NullMarked
package dev.treaty.provider.service.database;

import org.jspecify.annotations.NullMarked;
