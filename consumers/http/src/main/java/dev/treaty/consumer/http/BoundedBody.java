package dev.treaty.consumer.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects a response's body, and drops it as soon as it exceeds a limit. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
    private final int largest;
    private @Nullable Subscription subscription;
    private long received;
    private boolean abandoned;

    private BoundedBody(int largest) {
        this.largest = largest;
    }

    /** The response exceeds the limit. */
    static final class TooLarge extends IOException {

        TooLarge() {
            super("a response is too large");
        }
    }

    /** Collects a body of at most so many bytes; fails with {@link TooLarge} otherwise. */
    static BodyHandler<byte[]> of(int largest) {
        return response -> new BoundedBody(largest);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body.getBody();
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        body.onSubscribe(newSubscription);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        if (abandoned) {
            return;
        }
        received += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received <= largest) {
            body.onNext(part);
        } else {
            abandoned = true;
            if (subscription != null) {
                subscription.cancel();
            }
            body.onError(new TooLarge());
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (!abandoned) {
            body.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        if (!abandoned) {
            body.onComplete();
        }
    }
}
