package dev.treaty.consumer.threatintelligence.abuseipdb;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;

/** AbuseIPDB's errors, whose text is for people. */
final class ErrorBody {

    private ErrorBody() {}

    static DslPart of(String detail) {
        return newJsonBody(root ->
                        root.array("errors", errors -> errors.object(error -> error.stringType("detail", detail))))
                .build();
    }
}
