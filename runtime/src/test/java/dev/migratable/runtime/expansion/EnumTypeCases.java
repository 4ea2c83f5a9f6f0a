package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;

import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import java.util.List;

/** Evolutions of enum types. */
final class EnumTypeCases {

    private EnumTypeCases() {}

    static List<PlanCase> all() {
        return List.of(create(), widen(), narrow());
    }

    private static EnumType type(String name, String... labels) {
        return new EnumType(QualifiedName.inPublic(name), List.of(labels));
    }

    static PlanCase create() {
        return PlanCase.named("create-enum-type")
                .from(table("car").required("name", "text"))
                .to(
                        table("car")
                                .required("name", "text")
                                .required("color", "public.color", "'RED'")
                                .nullable("former", "public.color[]"),
                        table("owner").nullable("taste", "public.\"Taste\""))
                .toType(type("color", "GREEN", "RED"))
                .toType(type("Taste", "it's", "none"))
                .rows("INSERT INTO car VALUES (1, 'a')")
                .during(
                        "INSERT INTO car (id, name) VALUES (2, 'b')",
                        "INSERT INTO car (id, name, color, former) VALUES (3, 'c', 'GREEN', '{GREEN,RED}')",
                        "ERROR INSERT INTO car (id, name, color) VALUES (4, 'd', 'BLUE')",
                        "INSERT INTO owner VALUES (1, 'it''s')",
                        "SELECT string_agg(color::text, ',' ORDER BY id) FROM car -> RED,RED,GREEN");
    }

    static PlanCase widen() {
        return PlanCase.named("widen-enum-type")
                .from(table("car").required("color", "public.color", "'RED'").index("idx_car_color", "color"))
                .to(
                        table("car")
                                .required("color", "public.color", "'BLACK'")
                                .index("idx_car_color", "color"),
                        table("bike").required("color", "public.color", "'WHITE'"))
                .fromType(type("color", "GREEN", "RED"))
                .toType(type("color", "BLACK", "GREEN", "RED", "WHITE"))
                .rows("INSERT INTO car VALUES (1, 'RED'), (2, 'GREEN')")
                .during(
                        "INSERT INTO car VALUES (3, 'RED')",
                        "INSERT INTO car VALUES (4, 'WHITE')",
                        "INSERT INTO car VALUES (5)",
                        "INSERT INTO bike VALUES (1)",
                        "SELECT string_agg(color::text, ',' ORDER BY color, id) FROM car -> BLACK,GREEN,RED,RED,WHITE")
                .keeps("drop value BLACK of type color", "drop value WHITE of type color")
                .rolledBack(
                        "INSERT INTO car (id) VALUES (6)",
                        "SELECT string_agg(color::text, ',' ORDER BY color, id) FROM car -> BLACK,GREEN,RED,RED,RED,WHITE");
    }

    /** A value goes by way of a type of another name; the former one goes with its column. */
    static PlanCase narrow() {
        return PlanCase.named("narrow-enum-type")
                .from(table("car").required("color", "public.color").index("idx_car_color", "color"))
                .to(table("car").required("paint", "public.paint").index("idx_car_paint", "paint"))
                .fromType(type("color", "BEIGE", "GREEN", "RED"))
                .toType(type("paint", "GREEN", "RED"))
                .renamed("car", "color", "paint")
                .converted(
                        "car",
                        "paint",
                        "CASE color WHEN 'BEIGE' THEN 'RED' ELSE color::text END::public.paint",
                        "paint::text::public.color")
                .rows("INSERT INTO car SELECT n, (ARRAY['BEIGE', 'GREEN', 'RED'])[n % 3 + 1]::public.color"
                        + " FROM generate_series(1, 300) n")
                .during(
                        "SELECT paint FROM car WHERE id = 3 -> RED",
                        "INSERT INTO car (id, color) VALUES (1000, 'BEIGE')",
                        "SELECT paint FROM car WHERE id = 1000 -> RED",
                        "INSERT INTO car (id, paint) VALUES (1001, 'GREEN')",
                        "SELECT color FROM car WHERE id = 1001 -> GREEN",
                        "UPDATE car SET color = 'GREEN' WHERE id = 1000",
                        "SELECT paint FROM car WHERE id = 1000 -> GREEN",
                        "ERROR INSERT INTO car (id, paint) VALUES (1002, 'BEIGE')")
                .afterwards(
                        "INSERT INTO car (id, paint) VALUES (2000, 'RED')",
                        "SELECT to_regtype('public.color') IS NULL -> t",
                        "SELECT color__parked_0002 FROM car WHERE id = 3 -> BEIGE")
                .rolledBack(
                        "SELECT color FROM car WHERE id = 2000 -> RED",
                        "SELECT color FROM car WHERE id = 3 -> BEIGE",
                        "INSERT INTO car (id, color) VALUES (3000, 'BEIGE')");
    }
}
