package dev.treaty.pacts.testing.broker;

import java.util.concurrent.CountDownLatch;

/** Runs the broker by itself, to try commands against it by hand; prints its URL, and ends with the process. */
public final class BrokerReplayProcess {

    private BrokerReplayProcess() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws InterruptedException {
        try (var broker = new BrokerReplay().start()) {
            System.out.println(broker.url());
            new CountDownLatch(1).await();
        }
    }
}
