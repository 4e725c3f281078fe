package dev.treaty.consumer.apigateway.auth;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import dev.treaty.consumer.recording.Examples;

/** The body of a response that opens or extends a session. */
final class SessionBody {

    private SessionBody() {}

    static DslPart example() {
        return newJsonBody(session -> {
                    session.stringMatcher("accessToken", Examples.JWT_REGEX, Examples.jwt("usr_42"));
                    session.stringType("refreshToken", "refresh-43");
                    session.stringValue("tokenType", "Bearer");
                    session.integerType("expiresIn", 900);
                })
                .build();
    }
}
