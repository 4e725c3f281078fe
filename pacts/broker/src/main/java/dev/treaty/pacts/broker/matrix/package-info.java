/** Whether a version can be deployed, and if not, why. */
@NullMarked
package dev.treaty.pacts.broker.matrix;

import org.jspecify.annotations.NullMarked;
