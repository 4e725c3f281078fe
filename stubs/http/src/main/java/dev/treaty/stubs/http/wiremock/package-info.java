/**
 * WireMock, for what it is good at: its admin API, the mappings and scenarios that are added through it, and its journal. The only
 * package that imports it, beside the one below it.
 */
@NullMarked
package dev.treaty.stubs.http.wiremock;

import org.jspecify.annotations.NullMarked;
