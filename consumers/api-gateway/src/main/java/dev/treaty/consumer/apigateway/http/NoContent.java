package dev.treaty.consumer.apigateway.http;

/** The service did what was requested, and returned no content (204). */
public record NoContent() {}
