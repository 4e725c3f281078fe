/** How fast a clone is, how much memory it takes and how long a target is away; beside {@code pg_dump | psql} in one run on one machine. */
@NullMarked
package dev.treaty.provider.environmentcloner.bench;

import org.jspecify.annotations.NullMarked;
