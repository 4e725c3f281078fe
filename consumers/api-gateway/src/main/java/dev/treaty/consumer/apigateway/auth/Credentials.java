package dev.treaty.consumer.apigateway.auth;

/** What a person signs in with. */
public record Credentials(String email, Password password) {}
