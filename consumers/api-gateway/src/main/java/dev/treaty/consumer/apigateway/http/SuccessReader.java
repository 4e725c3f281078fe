package dev.treaty.consumer.apigateway.http;

import java.net.http.HttpResponse;

/** Reads a value from a response whose status is 2xx. */
public interface SuccessReader<T> {

    T read(HttpResponse<byte[]> response) throws UnreadableResponse;

    /** Reads the whole body into a record. */
    static <T> SuccessReader<T> of(Class<T> type) {
        return response -> Json.read(response.body(), type);
    }

    /** Reads nothing: the status is enough. */
    static SuccessReader<NoContent> nothing() {
        return response -> new NoContent();
    }
}
