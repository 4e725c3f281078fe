package dev.treaty.consumer.apigateway.http;

/** The service did what it was asked to, and has nothing to add (204). */
public record Done() {}
