package dev.treaty.stubs.vendor.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ZRangeParams;

/**
 * Worlds in Redis, which several servers share. A server has a world's lock while a unit of work is under way. If it takes so long that it
 * loses the lock, its changes are not written, and the unit of work is done again.
 */
final class RedisStore implements WorldStore {

    private static final Logger LOG = LoggerFactory.getLogger(RedisStore.class);

    /** Much longer than a unit of work takes. Others wait for that long after a server was killed. */
    private static final long LOCK_MILLIS = 3_000;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;
    private static final int CONNECTIONS = 64;
    private static final int MOST_DUE = 10_000;

    private final RedisAddress address;
    private final RedisClient redis;
    private final int limit;
    private final ForgottenNotices notices = new ForgottenNotices();
    private final NamedLocks ownThreads = new NamedLocks();

    /**
     * Connects to Redis.
     *
     * @param limit how many worlds are kept; beyond it, the one that was unused for longest is forgotten, which the log says
     * @throws StoreUnavailable if Redis does not respond
     */
    RedisStore(RedisAddress address, int limit) {
        this.address = address;
        this.limit = limit;
        var pool = new GenericObjectPoolConfig<Connection>();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMaxWait(PATIENCE);
        redis = RedisClient.builder()
                .hostAndPort(address.uri().getHost(), address.uri().getPort())
                .clientConfig(DefaultJedisClientConfig.builder(address.uri()).build())
                .poolConfig(pool)
                .build();
        try {
            talk(redis::ping);
        } catch (StoreUnavailable e) {
            redis.close();
            throw e;
        }
    }

    @Override
    public <T> T inWorld(String world, Function<Records, T> work) {
        return ownThreads.with(world, () -> talk(() -> attempt(world, work)));
    }

    private <T> T attempt(String world, Function<Records, T> work) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var entered = enter(world);
            var unit = new UnitOfWork(entered);
            var result = resultOf(work, unit, entered);
            if (entered.leave(unit)) {
                notices.add(world, unit.forgotten());
                if (entered.isNew()) {
                    forgetOldest();
                }
                return result;
            }
            LOG.warn(
                    "Lost the lock of {}, because a unit of work took more than {} ms; doing it again",
                    world,
                    LOCK_MILLIS);
        }
        throw unavailable(
                "A request took so long that other servers went on without it, %d times.".formatted(ATTEMPTS), null);
    }

    private static <T> T resultOf(Function<Records, T> work, UnitOfWork unit, RedisWorld entered) {
        try {
            return work.apply(unit);
        } catch (RuntimeException | Error e) {
            unit.discard();
            entered.leave(unit);
            throw e;
        }
    }

    private RedisWorld enter(String world) {
        var entering = new RedisWorld(redis, world);
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!tryEnter(entering)) {
            if (System.nanoTime() > end) {
                throw unavailable(
                        "Another server has the state of an account for more than %d s."
                                .formatted(PATIENCE.toSeconds()),
                        null);
            }
            pause();
        }
        return entering;
    }

    /** Twice, if a connection that was idle turns out to be broken. */
    private static boolean tryEnter(RedisWorld entering) {
        try {
            return entering.tryEnter(LOCK_MILLIS);
        } catch (JedisConnectionException e) {
            LOG.debug("Connecting to Redis again", e);
            return entering.tryEnter(LOCK_MILLIS);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextInt(200, 2_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another server has a world", e);
        }
    }

    @Override
    public List<String> due(String prefix, long epochMillis) {
        return talk(() -> redis.zrange(RedisWorld.due(prefix), until(epochMillis))).stream()
                .map(world -> new String(world, US_ASCII))
                .toList();
    }

    private static ZRangeParams until(long epochMillis) {
        return ZRangeParams.zrangeByScoreParams(0, (double) epochMillis).limit(0, MOST_DUE);
    }

    @Override
    public void remove(String world) {
        ownThreads.with(world, () -> talk(() -> enter(world).remove()));
    }

    private void forgetOldest() {
        while (redis.zcard(RedisWorld.WORLDS) > limit) {
            for (var oldest : redis.zrange(RedisWorld.WORLDS, 0, 0)) {
                var world = new String(oldest, US_ASCII);
                var forgotten = new RedisWorld(redis, world);
                if (!tryEnter(forgotten) || !forgotten.remove()) {
                    return; // it is in use; the next new world sees to it
                }
                redis.incr(RedisWorld.FORGOTTEN);
                notices.addEverything(world);
                LOG.warn("Forgot everything in {}, because only {} accounts are kept", world, limit);
            }
        }
    }

    @Override
    public Optional<String> takeForgotten(String world) {
        return notices.take(world);
    }

    @Override
    public long bytes(String world) {
        return 0;
    }

    @Override
    public long forgotten() {
        return talk(() -> {
            var count = redis.get(RedisWorld.FORGOTTEN);
            return count == null ? 0 : Long.parseLong(new String(count, US_ASCII));
        });
    }

    private <T> T talk(Supplier<T> work) {
        try {
            return work.get();
        } catch (JedisException e) {
            throw unavailable("Redis cannot be used: " + address.withoutPassword(e), e);
        }
    }

    private StoreUnavailable unavailable(String what, @Nullable Exception cause) {
        return new StoreUnavailable(
                what,
                "--store " + address,
                "start Redis there, or name the address of one that runs, e.g. redis://127.0.0.1:6379",
                cause);
    }

    @Override
    public void close() {
        redis.close();
    }
}
