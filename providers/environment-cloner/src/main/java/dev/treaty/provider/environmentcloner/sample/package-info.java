/** Environments to try the service with, and to verify it: three real databases of the sample application, on a PostgreSQL that ends with the process. */
@NullMarked
package dev.treaty.provider.environmentcloner.sample;

import org.jspecify.annotations.NullMarked;
