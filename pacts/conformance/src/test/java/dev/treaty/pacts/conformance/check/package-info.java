@NullMarked
package dev.treaty.pacts.conformance.check;

import org.jspecify.annotations.NullMarked;
