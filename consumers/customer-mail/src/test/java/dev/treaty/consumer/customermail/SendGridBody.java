package dev.treaty.consumer.customermail;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;

/** SendGrid's responses, with the fields that the client reads. */
final class SendGridBody {

    private SendGridBody() {}

    /** An error about the whole request; its field is null. */
    static DslPart error(String message) {
        return newJsonBody(body -> body.minArrayLike("errors", 1, error -> error.stringType("message", message)))
                .build();
    }

    /** An error about a field. */
    static DslPart error(String field, String message) {
        return newJsonBody(body -> body.minArrayLike("errors", 1, error -> {
                    error.stringType("field", field);
                    error.stringType("message", message);
                }))
                .build();
    }
}
