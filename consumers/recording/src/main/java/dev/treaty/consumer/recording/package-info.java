/**
 * What all recording tests share: where a recording goes, form bodies, problem documents, bearer tokens, and the fixed
 * clock and examples that make a recording the same on every machine and every day.
 */
@NullMarked
package dev.treaty.consumer.recording;

import org.jspecify.annotations.NullMarked;
