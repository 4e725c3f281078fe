/** The application whose environments are cloned, and the systems that it consists of. */
@NullMarked
package dev.treaty.provider.environmentcloner.systems;

import org.jspecify.annotations.NullMarked;
