/** What all pages for people share: HTML in which every text is escaped, states by shape and word, and one style sheet. */
@NullMarked
package dev.treaty.pacts.html;

import org.jspecify.annotations.NullMarked;
