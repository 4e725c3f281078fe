/** The service without HTTP: whatever can be asked of it, and the workers that do it. */
@NullMarked
package dev.treaty.provider.environmentcloner.cloner;

import org.jspecify.annotations.NullMarked;
