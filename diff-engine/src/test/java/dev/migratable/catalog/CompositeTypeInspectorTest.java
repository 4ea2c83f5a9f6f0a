package dev.migratable.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.schema.Column;
import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Composite types are read that stand by themselves, and columns name them. */
@PostgresTest
class CompositeTypeInspectorTest {

    private static Schema inspect(TestDatabase database, CatalogScope scope) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogInspector.inspect(connection, scope).schema();
        }
    }

    private static List<String> types(Schema schema) {
        return schema.compositeTypes().stream()
                .map(type -> type.name() + ": " + type.describe())
                .toList();
    }

    @Test
    void attributesAreReadInTheirOrder(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TYPE place AS (longitude numeric(9,6), latitude double precision)",
                "CREATE TYPE mood AS ENUM ('happy')",
                "CREATE TYPE \"Address\" AS (\"Street\" varchar(20) COLLATE \"C\", gone text, places place[], mood mood)",
                "ALTER TYPE \"Address\" DROP ATTRIBUTE gone, ADD ATTRIBUTE added timestamp(3)",
                "CREATE TYPE nothing AS ()",
                "CREATE TABLE house (id int, address \"Address\", former \"Address\"[], place place)",
                "CREATE VIEW houses AS SELECT * FROM house");
        Schema schema = inspect(database, CatalogScope.all());
        assertEquals(
                List.of(
                        new CompositeType(
                                QualifiedName.inPublic("Address"),
                                List.of(
                                        new CompositeAttribute(
                                                "Street",
                                                SqlType.parse("character varying(20)"),
                                                Optional.of("pg_catalog.\"C\"")),
                                        new CompositeAttribute("places", SqlType.parse("public.place[]")),
                                        new CompositeAttribute("mood", SqlType.parse("public.mood")),
                                        new CompositeAttribute("added", SqlType.parse("timestamp(3)")))),
                        new CompositeType(QualifiedName.inPublic("nothing"), List.of()),
                        new CompositeType(
                                QualifiedName.inPublic("place"),
                                List.of(
                                        new CompositeAttribute("longitude", SqlType.parse("numeric(9,6)")),
                                        new CompositeAttribute("latitude", SqlType.parse("double precision"))))),
                schema.compositeTypes());
        assertEquals(
                List.of("integer", "public.\"Address\"", "public.\"Address\"[]", "public.place"),
                schema.tables().get(0).columns().stream()
                        .map(Column::type)
                        .map(SqlType::sql)
                        .toList());
    }

    @Test
    void inTheScopeOfTablesAreTheTypesOfTheirColumnsAndOfTheirAttributes(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE SCHEMA other",
                "CREATE TYPE mood AS ENUM ('happy')",
                "CREATE TYPE other.inner_type AS (moods mood[])",
                "CREATE TYPE outer_type AS (inners other.inner_type[])",
                "CREATE TYPE unused AS (a int)",
                "CREATE TYPE wanted AS (b int)",
                "CREATE TABLE house (outers outer_type[])");
        Schema schema = inspect(
                database,
                CatalogScope.ofTables(List.of(QualifiedName.inPublic("house"), QualifiedName.inPublic("wanted"))));
        assertEquals(
                List.of(
                        "other.inner_type: moods public.mood[]",
                        "public.outer_type: inners other.inner_type[]",
                        "public.wanted: b integer"),
                types(schema));
        assertEquals(1, schema.enumTypes().size());
        assertEquals(
                List.of("other.inner_type: moods public.mood[]"),
                types(inspect(database, CatalogScope.ofSchemas(List.of("other")))));
        assertEquals(List.of(), types(inspect(database, CatalogScope.ofTables(List.of()))));
    }

    @Test
    void typesOfExtensionsAndParkedOnesAreLeftOut(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TYPE parked AS (a int)",
                "CREATE SCHEMA migratable_parked",
                "ALTER TYPE parked SET SCHEMA migratable_parked",
                "CREATE TYPE of_an_extension AS (a int)",
                "ALTER EXTENSION plpgsql ADD TYPE of_an_extension");
        assertEquals(List.of(), types(inspect(database, CatalogScope.all())));
    }
}
