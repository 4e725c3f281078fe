/** Where contracts to compare come from: files and folders, revisions of git, and brokers. */
@NullMarked
package dev.treaty.pacts.compare.source;

import org.jspecify.annotations.NullMarked;
