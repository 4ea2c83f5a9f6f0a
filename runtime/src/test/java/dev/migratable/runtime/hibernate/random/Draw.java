package dev.migratable.runtime.hibernate.random;

import java.util.List;
import java.util.Random;

/** Draws from a seed: the same seed gives the same draws, on every JDK. */
public final class Draw {

    private final Random random;

    /** Starts with a seed. */
    public Draw(long seed) {
        this.random = new Random(seed);
    }

    /** Returns a number from 0 on. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns a number of a range, both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Returns true in so many of hundred draws. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Returns one of several. */
    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Returns one of several. */
    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
