package dev.treaty.stubs.http.wiremock.admin;

import dev.treaty.stubs.http.response.HttpProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import wiremock.jakarta.servlet.ServletOutputStream;
import wiremock.jakarta.servlet.WriteListener;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.jakarta.servlet.http.HttpServletResponseWrapper;
import wiremock.org.eclipse.jetty.http.HttpHeader;

/** A response of WireMock's admin API. An error is kept back, so that the client can get {@linkplain AdminProblem a better one}. */
public final class AdminResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private int errorStatus;
    private boolean isProblem;

    /** @param response gets everything that is not an error */
    public AdminResponse(HttpServletResponse response) {
        super(response);
    }

    /** Whether it is an error, which the client has not got. */
    public boolean isError() {
        return errorStatus != 0;
    }

    /** Whether it is a problem document, so that nothing better can be said. */
    public boolean isProblem() {
        return isProblem;
    }

    /** From 400; zero if it is not an error. */
    public int errorStatus() {
        return errorStatus;
    }

    /** What WireMock says about the error; often nothing. */
    public byte[] error() {
        return error.toByteArray();
    }

    @Override
    public void setStatus(int status) {
        if (status >= SC_BAD_REQUEST) {
            errorStatus = status;
        } else {
            super.setStatus(status);
        }
    }

    @Override
    public void sendError(int status) {
        errorStatus = status;
    }

    @Override
    public void sendError(int status, String message) {
        errorStatus = status;
    }

    @Override
    public void addHeader(String name, String value) {
        if (!isError()) {
            super.addHeader(name, value);
        } else if (name.equalsIgnoreCase(HttpHeader.CONTENT_TYPE.asString())) {
            isProblem = value.equals(HttpProblem.MEDIA_TYPE);
        }
    }

    @Override
    public void setContentLength(int length) {
        if (!isError()) {
            super.setContentLength(length);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return isError() ? new InMemory(error) : super.getOutputStream();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isError()) {
            super.flushBuffer();
        }
    }

    private static final class InMemory extends ServletOutputStream {

        private final ByteArrayOutputStream bytes;

        InMemory(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int value) {
            bytes.write(value);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            bytes.write(source, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("WireMock writes synchronously");
        }
    }
}
