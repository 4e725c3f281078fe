package dev.treaty.stubs.mcp.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** Reads lines, lets those through that are messages, and ends when all requests in them are answered. */
final class MessageInput extends InputStream {

    /** Bytes of a line; nobody asks a question that long. */
    private static final int LONGEST = 8 << 20;

    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InputStream from;
    private final MessageOutput output;
    private final OpenRequests open;
    private final CountDownLatch end;
    private byte[] line = {};
    private int position;

    MessageInput(InputStream from, MessageOutput output, OpenRequests open, CountDownLatch end) {
        this.from = new BufferedInputStream(from);
        this.output = output;
        this.open = open;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (position == line.length) {
            if (!readMessage()) {
                return -1;
            }
        }
        var count = Math.min(length, line.length - position);
        System.arraycopy(line, position, bytes, offset, count);
        position += count;
        return count;
    }

    /** False at the end. */
    private boolean readMessage() throws IOException {
        var next = new ByteArrayOutputStream();
        var length = 0L;
        var each = from.read();
        for (; each >= 0 && each != '\n'; each = from.read()) {
            if (length++ < LONGEST) {
                next.write(each);
            }
        }
        if (length > LONGEST) {
            output.refuse(INVALID_REQUEST, "The line is longer than %d bytes.".formatted(LONGEST));
        } else if (length > 0 && !next.toString(UTF_8).isBlank()) {
            accept(next.toByteArray());
        }
        if (each >= 0) {
            return true;
        }
        if (position < line.length) {
            return true; // the last line has no line break; the end comes with the next call
        }
        finish();
        return false;
    }

    private void accept(byte[] text) throws IOException {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JacksonException e) {
            output.refuse(PARSE_ERROR, "The line is not JSON. Each message must be one line.");
            return;
        }
        if (!isMessage(message)) {
            output.refuse(INVALID_REQUEST, "The line is JSON, but not a message of JSON-RPC 2.0.");
            return;
        }
        if (message.has("id") && message.has("method")) {
            open.asked();
        }
        line = (message + "\n").getBytes(UTF_8);
        position = 0;
    }

    /** What the SDK can read. */
    private static boolean isMessage(JsonNode message) {
        var id = message.path("id");
        return message.path("jsonrpc").asText().equals("2.0")
                && (id.isMissingNode() || id.isTextual() || (id.isIntegralNumber() && id.canConvertToLong()))
                && (message.path("method").isTextual()
                        || (message.has("id") && (message.has("result") || message.has("error"))));
    }

    private void finish() {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end.countDown();
    }
}
