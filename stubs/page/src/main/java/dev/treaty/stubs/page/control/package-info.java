/** The view of states and trouble: what a person may change while the server runs. */
@NullMarked
package dev.treaty.stubs.page.control;

import org.jspecify.annotations.NullMarked;
