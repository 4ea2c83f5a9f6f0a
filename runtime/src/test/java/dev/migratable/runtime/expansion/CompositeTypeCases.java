package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;

import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import java.util.ArrayList;
import java.util.List;

/** Evolutions of composite types. */
final class CompositeTypeCases {

    private CompositeTypeCases() {}

    static List<PlanCase> all() {
        return List.of(create(), replace());
    }

    private static CompositeType type(String name, String... attributes) {
        List<CompositeAttribute> all = new ArrayList<>();
        for (int i = 0; i < attributes.length; i += 2) {
            all.add(new CompositeAttribute(attributes[i], SqlType.parse(attributes[i + 1])));
        }
        return new CompositeType(QualifiedName.inPublic(name), all);
    }

    static PlanCase create() {
        return PlanCase.named("create-composite-type")
                .from(table("house").required("name", "text"))
                .to(
                        table("house")
                                .required("name", "text")
                                .nullable("address", "public.address")
                                .nullable("former", "public.address[]"),
                        table("tree").nullable("place", "public.\"Place\""))
                .toType(type("Place", "latitude", "double precision", "Longitude", "double precision"))
                .toType(type(
                        "address",
                        "street",
                        "character varying(40)",
                        "place",
                        "public.\"Place\"",
                        "kind",
                        "public.kind"))
                .toType(new EnumType(QualifiedName.inPublic("kind"), List.of("HOME", "WORK")))
                .rows("INSERT INTO house VALUES (1, 'a')")
                .during(
                        "INSERT INTO house (id, name) VALUES (2, 'b')",
                        "INSERT INTO house VALUES (3, 'c', ROW('Elm Street', '(1.5,2.5)', 'HOME'),"
                                + " ARRAY['(Main Street,,WORK)']::address[])",
                        "ERROR INSERT INTO house (id, name, address) VALUES (4, 'd', '(Elm Street,\"(1,2)\",PUB)')",
                        "SELECT ((address).place).\"Longitude\" FROM house WHERE id = 3 -> 2.5",
                        "SELECT (former[1]).street FROM house WHERE id = 3 -> Main Street",
                        "INSERT INTO tree VALUES (1, '(1,2)')");
    }

    /** Attributes change by way of a type of another name; the former one goes with its column. */
    static PlanCase replace() {
        return PlanCase.named("replace-composite-type")
                .from(table("house").nullable("address", "public.address"))
                .to(table("house").nullable("place", "public.place"))
                .fromType(type("address", "street", "text", "number", "integer"))
                .toType(type("place", "street", "text", "number", "integer", "zip", "text"))
                .renamed("house", "address", "place")
                .converted(
                        "house",
                        "place",
                        "CASE WHEN address IS NOT DISTINCT FROM NULL THEN NULL ELSE"
                                + " ROW((address).street, (address).number, NULL)::public.place END",
                        "CASE WHEN place IS NOT DISTINCT FROM NULL THEN NULL ELSE"
                                + " ROW((place).street, (place).number)::public.address END")
                .rows(
                        "INSERT INTO house SELECT n, ROW('Elm Street', n)::public.address FROM generate_series(1, 300) n",
                        "INSERT INTO house VALUES (301, NULL)")
                .during(
                        "SELECT place FROM house WHERE id = 3 -> (\"Elm Street\",3,)",
                        "SELECT place IS NOT DISTINCT FROM NULL FROM house WHERE id = 301 -> t",
                        "INSERT INTO house (id, address) VALUES (1000, '(Main Street,7)')",
                        "SELECT place FROM house WHERE id = 1000 -> (\"Main Street\",7,)",
                        "INSERT INTO house (id, place) VALUES (1001, '(Main Street,8,12345)')",
                        "SELECT address FROM house WHERE id = 1001 -> (\"Main Street\",8)",
                        "UPDATE house SET address = '(Oak Street,9)' WHERE id = 1000",
                        "SELECT place FROM house WHERE id = 1000 -> (\"Oak Street\",9,)")
                .afterwards(
                        "INSERT INTO house (id, place) VALUES (2000, '(Elm Street,5,1)')",
                        "SELECT to_regtype('public.address') IS NULL -> t",
                        "SELECT address__parked_0002 FROM house WHERE id = 3 -> (\"Elm Street\",3)")
                .rolledBack(
                        "SELECT address FROM house WHERE id = 2000 -> (\"Elm Street\",5)",
                        "SELECT address FROM house WHERE id = 3 -> (\"Elm Street\",3)",
                        "INSERT INTO house (id, address) VALUES (3000, '(Elm Street,5)')");
    }
}
