package dev.migratable.testkit;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Resolves {@link TestDatabase} parameters; see {@link PostgresTest}.
 *
 * <p>One server is started when the first test asks for a database and stopped when the JVM is done with its tests.
 */
public final class PostgresExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(PostgresExtension.class);

    /** Creates the extension; JUnit calls this. */
    public PostgresExtension() {}

    /** Lets a constructor see the test it is called for, so that it gets the database of that test. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("A TestDatabase belongs to one test: it cannot be a parameter of "
                    + parameter.getDeclaringExecutable()
                    + ", which runs once for several tests");
        }
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Lease.class, key -> lease(server(context)), Lease.class)
                .database();
    }

    private static PostgresServer server(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(PostgresServer.class, key -> PostgresServer.start(), PostgresServer.class);
    }

    private static Lease lease(PostgresServer server) {
        try {
            return new Lease(server, server.createDatabase());
        } catch (SQLException e) {
            throw new ParameterResolutionException("Cannot create a database on " + server.description(), e);
        }
    }

    /** A database for the time of one test; JUnit closes it with the store of that test. */
    private record Lease(PostgresServer server, TestDatabase database) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            server.dropDatabase(database.name());
        }
    }
}
