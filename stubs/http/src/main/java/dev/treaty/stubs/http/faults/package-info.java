/** Faults on request: delays, wrong statuses and broken connections, without touching a contract. */
@NullMarked
package dev.treaty.stubs.http.faults;

import org.jspecify.annotations.NullMarked;
