package dev.migratable.runtime.hibernate.random;

/**
 * What became of a model.
 *
 * @param kind in one word
 * @param text the messages or differences; for refusals without names of the model, so that they can be counted
 */
public record Verdict(Kind kind, String text) {

    /** In one word. */
    public enum Kind {
        /** Both sides say the same. */
        AGREED,
        /** The processor refuses what its documentation says it refuses. */
        REFUSED,
        /** Hibernate refuses the model. */
        IMPOSSIBLE,
        /** The processor refuses, says nothing, or crashes where it should not. */
        NOT_READ,
        /** The two schemas differ. */
        DIFFERENT,
        /** The source does not compile even without the processor. */
        ILL_FORMED
    }

    /** Returns whether somebody has to look. */
    public boolean isFailure() {
        return kind == Kind.NOT_READ || kind == Kind.DIFFERENT || kind == Kind.ILL_FORMED;
    }
}
