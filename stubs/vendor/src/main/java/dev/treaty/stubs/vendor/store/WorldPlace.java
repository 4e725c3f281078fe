package dev.treaty.stubs.vendor.store;

import java.util.concurrent.locks.ReentrantLock;

/** One world of this process: who is in it, since when nobody was, and when something is due in it. */
final class WorldPlace {

    private final String world;

    /** Not a fair one, which would switch threads for each of many requests that wait. */
    private final ReentrantLock lock = new ReentrantLock();

    private volatile long lastUsed = System.nanoTime();
    private volatile long bytes;
    private volatile boolean givesWay;
    private boolean forgotten;
    private long dueAt = Long.MAX_VALUE;

    WorldPlace(String world) {
        this.world = world;
    }

    String world() {
        return world;
    }

    /** Waits until nobody else is in the world; returns false if the world was forgotten meanwhile. */
    boolean enter() {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    "A unit of work in " + world + " has started another one in the same world");
        }
        lock.lock();
        lastUsed = System.nanoTime();
        return isEntered();
    }

    /** Enters the world unless somebody else is in it. */
    boolean tryEnter() {
        return lock.tryLock() && isEntered();
    }

    private boolean isEntered() {
        if (forgotten) {
            lock.unlock();
            return false;
        }
        return true;
    }

    void leave() {
        lastUsed = System.nanoTime();
        lock.unlock();
    }

    /** Leaves the world as if nobody had used it. */
    void leaveUnused() {
        lock.unlock();
    }

    /** Whether it is this thread that is in the world. */
    boolean isEnteredByThisThread() {
        return lock.isHeldByCurrentThread();
    }

    /** What the world takes in memory. */
    long bytes() {
        return bytes;
    }

    void setBytes(long bytes) {
        this.bytes = bytes;
    }

    /** Has whoever is in the world give back memory before leaving it. */
    void askToGiveWay() {
        givesWay = true;
    }

    /** Whether that was asked for since the last time. */
    boolean takeGivesWay() {
        var asked = givesWay;
        givesWay = false;
        return asked;
    }

    /** By {@link System#nanoTime}. */
    long lastUsed() {
        return lastUsed;
    }

    /** In real time, in milliseconds since 1970; to be called by whoever is in the world, like those below. */
    long dueAt() {
        return dueAt;
    }

    void setDueAt(long epochMillis) {
        dueAt = epochMillis;
    }

    /** Nobody enters it any more; who wants to be in the world takes another place. */
    void forget() {
        forgotten = true;
    }
}
