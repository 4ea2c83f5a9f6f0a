package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;

import dev.migratable.schema.ReferentialAction;

/** The evolutions in which a table hides behind a view of its name. */
final class AliasViewCases {
    private AliasViewCases() {}

    static PlanCase renameColumn() {
        return PlanCase.named("alias-column")
                .from(table("customer")
                        .required("email", "varchar(100)")
                        .nullable("name", "text", "'nobody'")
                        .unique("uk_customer_email", "email")
                        .index("idx_customer_name_email", "name", "email")
                        .check("ck_email", "email LIKE '%@%'"))
                .to(table("customer")
                        .required("email_address", "varchar(100)")
                        .nullable("name", "text", "'nobody'")
                        .unique("uk_customer_email", "email_address")
                        .index("idx_customer_name_email", "name", "email_address")
                        .check("ck_email", "email_address LIKE '%@%'"))
                .aliased("customer", "email", "email_address")
                .rows("INSERT INTO customer SELECT n, n || '@x' FROM generate_series(1, 100) n")
                .during(
                        "SELECT email || email_address FROM customer WHERE id = 5 -> 5@x5@x",
                        "INSERT INTO customer (id, email) VALUES (5000, 'old@x')",
                        "SELECT email_address || name FROM customer WHERE id = 5000 -> old@xnobody",
                        "INSERT INTO customer VALUES (5003, 'places@x', 'third')",
                        "SELECT email_address || name FROM customer WHERE id = 5003 -> places@xthird",
                        "INSERT INTO customer (id, email_address) VALUES (5001, 'new@x')",
                        "SELECT email FROM customer WHERE id = 5001 -> new@x",
                        "UPDATE customer SET email = 'a@x' WHERE id = 1",
                        "UPDATE customer SET name = 'found' WHERE email_address = 'a@x'",
                        "SELECT name FROM customer WHERE email = 'a@x' FOR UPDATE -> found",
                        "INSERT INTO customer (id, email) VALUES (5000, 'z@x') "
                                + "ON CONFLICT (id) DO UPDATE SET email = excluded.email",
                        "INSERT INTO customer (id, email_address) VALUES (5002, 'z@x') "
                                + "ON CONFLICT (email_address) DO UPDATE SET name = 'twice'",
                        "SELECT id || name FROM customer WHERE email = 'z@x' -> 5000twice",
                        "DELETE FROM customer WHERE email = '7@x'",
                        "SELECT count(*) FROM customer WHERE id = 7 -> 0")
                .afterwards(
                        "INSERT INTO customer (id, email_address) VALUES (6000, 'late@x')",
                        "SELECT count(*) FROM customer -> 103")
                .rolledBack(
                        "INSERT INTO customer (id, email) VALUES (6001, 'back@x')",
                        "SELECT email FROM customer WHERE id = 5000 -> z@x");
    }

    /** A key that others reference has no twin; the view needs none. */
    static PlanCase renameKey() {
        return PlanCase.named("alias-key")
                .from(
                        table("customer").required("code", "text").unique("uk_code", "code"),
                        table("purchase")
                                .nullable("customer_code", "text")
                                .foreignKey(
                                        "fk_customer", "customer_code", "customer", "code", ReferentialAction.CASCADE))
                .to(
                        table("customer").required("number", "text").unique("uk_code", "number"),
                        table("purchase")
                                .nullable("customer_code", "text")
                                .foreignKey(
                                        "fk_customer",
                                        "customer_code",
                                        "customer",
                                        "number",
                                        ReferentialAction.CASCADE))
                .aliased("customer", "code", "number")
                .rows("INSERT INTO customer VALUES (1, 'a')", "INSERT INTO purchase VALUES (1, 'a')")
                .during(
                        "INSERT INTO customer (id, code) VALUES (2, 'b')",
                        "INSERT INTO purchase VALUES (2, 'b')",
                        "DELETE FROM customer WHERE number = 'a'",
                        "SELECT count(*) FROM purchase -> 1")
                .afterwards("SELECT number FROM customer -> b");
    }
}
