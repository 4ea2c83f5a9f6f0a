package dev.migratable.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Says where a server listens and who may create databases on it.
 *
 * @param parameters further parameters of JDBC URLs, such as {@code sslmode}
 */
record ServerAddress(
        String host,
        int port,
        String maintenanceDatabase,
        String user,
        String password,
        SortedMap<String, String> parameters) {
    ServerAddress {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** Takes a JDBC URL apart, or is empty when pgjdbc does not understand it. */
    static Optional<ServerAddress> parse(String url) {
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            return Optional.empty();
        }
        TreeMap<String, String> rest = new TreeMap<>();
        for (String key : parsed.stringPropertyNames()) {
            rest.put(key, parsed.getProperty(key));
        }
        String host = take(rest, PGProperty.PG_HOST, "localhost");
        String port = take(rest, PGProperty.PG_PORT, "5432");
        String user = take(rest, PGProperty.USER, System.getProperty("user.name"));
        String password = take(rest, PGProperty.PASSWORD, "");
        String database = take(rest, PGProperty.PG_DBNAME, user);
        if (host.contains(",")) {
            throw new IllegalArgumentException("One server is needed for tests, not several: " + host);
        }
        return Optional.of(new ServerAddress(host, Integer.parseInt(port), database, user, password, rest));
    }

    private static String take(Map<String, String> properties, PGProperty property, String otherwise) {
        String value = properties.remove(property.getName());
        return value == null ? otherwise : value;
    }

    /** The complete JDBC URL of a database, user and password included. */
    String url(String database) {
        TreeMap<String, String> all = new TreeMap<>(parameters);
        all.put(PGProperty.USER.getName(), user);
        all.put(PGProperty.PASSWORD.getName(), password);
        String query = all.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return "jdbc:postgresql://" + host + ":" + port + "/" + encode(database) + "?" + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
