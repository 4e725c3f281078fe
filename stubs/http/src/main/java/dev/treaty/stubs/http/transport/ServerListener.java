package dev.treaty.stubs.http.transport;

/** Learns when a server has stopped, and why it should. */
public interface ServerListener {

    /** The server does not answer any longer: it was closed, or {@code POST /__admin/shutdown} asked it to stop. */
    void stopped();

    /** The heap is used up, so that any thread may have failed halfway. */
    void outOfMemory(OutOfMemoryError failure);
}
