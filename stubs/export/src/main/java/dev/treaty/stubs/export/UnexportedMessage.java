package dev.treaty.stubs.export;

import dev.treaty.pacts.files.PactFile;

/** A message of a contract, which is not exported because WireMock only responds to requests. */
record UnexportedMessage(PactFile file, String description) {}
