/**
 * Which JSON a contract accepts ({@link dev.treaty.pacts.compare.json.Shape}), read from an example and matching rules as pact-jvm applies them,
 * and whether everything that one contract accepts is accepted by another ({@link dev.treaty.pacts.compare.json.JsonInclusion}).
 */
@NullMarked
package dev.treaty.pacts.compare.json;

import org.jspecify.annotations.NullMarked;
