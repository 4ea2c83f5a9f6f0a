package dev.migratable.testkit;

import java.util.Optional;
import java.util.TreeMap;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Starts the server in a container where Docker answers. */
record ContainerSource() implements ServerSource {
    private static final String IMAGE = "postgres:18";

    @Override
    public String name() {
        return "Testcontainers";
    }

    @Override
    public Optional<String> reasonToSkip() {
        return DockerClientFactory.instance().isDockerAvailable()
                ? Optional.empty()
                : Optional.of("Docker does not answer");
    }

    @Override
    public Running start() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        container.setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + EmbeddedSource.MAX_CONNECTIONS);
        container.start();
        ServerAddress address = new ServerAddress(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getDatabaseName(),
                container.getUsername(),
                container.getPassword(),
                new TreeMap<>());
        return new Running(address, container);
    }
}
