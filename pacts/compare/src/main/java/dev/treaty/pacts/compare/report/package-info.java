/** What a comparison of contracts found, for people at a terminal or in a pull request, and for programs. */
@NullMarked
package dev.treaty.pacts.compare.report;

import org.jspecify.annotations.NullMarked;
