/** Which migrations of its application a database has, and how a new one gets them. */
@NullMarked
package dev.treaty.provider.environmentcloner.schemas;

import org.jspecify.annotations.NullMarked;
