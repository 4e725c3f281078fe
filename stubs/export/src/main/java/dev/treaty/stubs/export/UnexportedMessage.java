package dev.treaty.stubs.export;

import dev.treaty.pacts.files.PactFile;

/** A message of a contract: WireMock answers requests, and a message is none. */
record UnexportedMessage(PactFile file, String description) {}
