/**
 * Problem documents (RFC 9457): how a service refuses a request. What several services report is in
 * {@link dev.treaty.provider.service.problems.PlatformProblems}, so that one condition has one type.
 */
@NullMarked
package dev.treaty.provider.service.problems;

import org.jspecify.annotations.NullMarked;
