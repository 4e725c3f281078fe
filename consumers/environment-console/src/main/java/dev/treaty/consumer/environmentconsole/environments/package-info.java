/** The environments that the environment cloner knows. */
@NullMarked
package dev.treaty.consumer.environmentconsole.environments;

import org.jspecify.annotations.NullMarked;
