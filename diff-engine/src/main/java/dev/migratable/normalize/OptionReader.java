package dev.migratable.normalize;

/**
 * Adds to a definition what the {@code options} of its annotation say, a text that Hibernate writes behind the definition
 * as it is.
 *
 * @param <T> the definition
 */
@FunctionalInterface
public interface OptionReader<T> {

    /**
     * Returns the definition with all that the text says.
     *
     * @param plain the definition without it, as the rest of the mapping says
     * @param options the text
     * @throws UnreadOptionException where a part of the text is beyond a schema, or PostgreSQL does not take it there
     */
    T read(T plain, String options) throws UnreadOptionException;
}
