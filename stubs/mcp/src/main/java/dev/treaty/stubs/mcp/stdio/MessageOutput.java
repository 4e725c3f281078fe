package dev.treaty.stubs.mcp.stdio;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes whole lines, and counts the answers among them. */
final class MessageOutput extends OutputStream {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputStream to;
    private final OpenRequests open;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    MessageOutput(OutputStream to, OpenRequests open) {
        this.to = to;
        this.open = open;
    }

    @Override
    public synchronized void write(int each) throws IOException {
        if (each == '\n') {
            writeLine(line.toByteArray());
            line.reset();
        } else {
            line.write(each);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        for (var i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    private void writeLine(byte[] message) throws IOException {
        to.write(message);
        to.write('\n');
        to.flush();
        var json = JSON.readTree(message);
        if (json.has("id") && !json.has("method")) {
            open.answered();
        }
    }

    /**
     * Answers a line that is no message.
     *
     * @param code of JSON-RPC 2.0, section 5.1
     */
    synchronized void refuse(int code, String why) throws IOException {
        var error = JSON.createObjectNode().put("jsonrpc", "2.0").putNull("id");
        error.putObject("error").put("code", code).put("message", why);
        to.write(JSON.writeValueAsBytes(error));
        to.write('\n');
        to.flush();
    }
}
