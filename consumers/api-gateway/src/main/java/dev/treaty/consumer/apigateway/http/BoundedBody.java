package dev.treaty.consumer.apigateway.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects a response's body, and drops it as soon as it is larger than any response may be. */
public final class BoundedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
    private final int largest;
    private @Nullable Subscription subscription;
    private long received;
    private boolean abandoned;

    private BoundedBody(int largest) {
        this.largest = largest;
    }

    /** The answer is larger than any may be. */
    public static final class TooLarge extends IOException {

        TooLarge() {
            super("an answer is too large");
        }
    }

    /** Collects a body of at most so many bytes; fails with {@link TooLarge} otherwise. */
    public static BodyHandler<byte[]> of(int largest) {
        return response -> new BoundedBody(largest);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        body.onSubscribe(given);
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
