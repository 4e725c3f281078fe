/** Whether contracts conform to what vendors publish about their APIs, and what vendors have changed since. */
@NullMarked
package dev.treaty.pacts.conformance;

import org.jspecify.annotations.NullMarked;
