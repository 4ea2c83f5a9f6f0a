package dev.migratable.testkit;

import java.util.Optional;

/** Takes a server that runs already, by its JDBC URL; an empty URL means there is none. */
record GivenSource(String url) implements ServerSource {
    static final String PROPERTY = "migratable.test.url";
    static final String VARIABLE = "MIGRATABLE_TEST_URL";

    static GivenSource fromEnvironment() {
        String variable = System.getenv(VARIABLE);
        return new GivenSource(System.getProperty(PROPERTY, variable == null ? "" : variable));
    }

    @Override
    public String name() {
        return "Given URL";
    }

    @Override
    public Optional<String> reasonToSkip() {
        return url.isBlank() ? Optional.of(PROPERTY + " and " + VARIABLE + " are not set") : Optional.empty();
    }

    @Override
    public Running start() {
        ServerAddress address = ServerAddress.parse(url)
                .orElseThrow(() -> new IllegalStateException(PROPERTY + " is not a JDBC URL of PostgreSQL"));
        return new Running(address, () -> {});
    }
}
