/** What a pact file says and nobody reads: {@link dev.treaty.pacts.files.audit.PactAudit} compares the text with what pact-jvm keeps of it. */
@NullMarked
package dev.treaty.pacts.files.audit;

import org.jspecify.annotations.NullMarked;
