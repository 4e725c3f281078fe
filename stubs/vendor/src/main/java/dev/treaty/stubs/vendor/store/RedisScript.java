package dev.treaty.stubs.vendor.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** What Redis does as a whole; nothing else happens in it meanwhile. */
final class RedisScript {

    /**
     * Takes a world's lock. Keys: lock, records, worlds. Arguments: token, milliseconds, time, world, keys of records to read. Returns
     * whether the world is new, and the records; nil if somebody else has the lock.
     */
    static final RedisScript ENTER = new RedisScript("""
            if redis.call('get', KEYS[1]) ~= ARGV[1]
                and not redis.call('set', KEYS[1], ARGV[1], 'nx', 'px', ARGV[2]) then
              return false
            end
            local result = {redis.call('zadd', KEYS[3], ARGV[3], ARGV[4])}
            for i = 5, #ARGV do
              result[i - 3] = redis.call('hget', KEYS[2], ARGV[i])
            end
            return result""");

    /**
     * Applies changes and releases the lock. Keys: lock, records, sorted keys, due. Arguments: token, world, time at which it is due or
     * 'never' or 'unchanged', number of records, their keys and values, keys of removed records. Returns 0, and does nothing, if the
     * lock was lost.
     */
    static final RedisScript LEAVE = new RedisScript("""
            if redis.call('get', KEYS[1]) ~= ARGV[1] then
              return 0
            end
            local next = 5 + 2 * ARGV[4]
            for i = 5, next - 1, 2 do
              redis.call('hset', KEYS[2], ARGV[i], ARGV[i + 1])
              redis.call('zadd', KEYS[3], 0, ARGV[i])
            end
            for i = next, #ARGV do
              redis.call('hdel', KEYS[2], ARGV[i])
              redis.call('zrem', KEYS[3], ARGV[i])
            end
            if ARGV[3] == 'never' then
              redis.call('zrem', KEYS[4], ARGV[2])
            elseif ARGV[3] ~= 'unchanged' then
              redis.call('zadd', KEYS[4], ARGV[3], ARGV[2])
            end
            redis.call('del', KEYS[1])
            return 1""");

    /** Forgets a world and releases its lock. Keys: lock, records, sorted keys, due, worlds. Arguments: token, world. */
    static final RedisScript REMOVE = new RedisScript("""
            if redis.call('get', KEYS[1]) ~= ARGV[1] then
              return 0
            end
            redis.call('del', KEYS[2], KEYS[3])
            redis.call('zrem', KEYS[4], ARGV[2])
            redis.call('zrem', KEYS[5], ARGV[2])
            redis.call('del', KEYS[1])
            return 1""");

    /**
     * Reads records in order. Keys: records, sorted keys. Arguments: first bound, second bound, at most how many, 'descending' or
     * 'ascending'. Returns keys and values.
     */
    static final RedisScript SCAN = new RedisScript("""
            local command = ARGV[4] == 'descending' and 'zrevrangebylex' or 'zrangebylex'
            local result = {}
            for i, key in ipairs(redis.call(command, KEYS[2], ARGV[1], ARGV[2], 'limit', 0, ARGV[3])) do
              result[2 * i - 1] = key
              result[2 * i] = redis.call('hget', KEYS[1], key)
            end
            return result""");

    private final byte[] text;
    private final byte[] digest;

    private RedisScript(String text) {
        this.text = text.getBytes(UTF_8);
        digest = digest(this.text).getBytes(UTF_8);
    }

    private static String digest(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    @Nullable
    Object run(UnifiedJedis redis, List<byte[]> keys, List<byte[]> arguments) {
        try {
            return redis.evalsha(digest, keys, arguments);
        } catch (JedisNoScriptException e) {
            return redis.eval(text, keys, arguments);
        }
    }
}
