package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;

import dev.migratable.schema.Index;
import dev.migratable.schema.ReferentialAction;
import java.util.List;

/** Evolutions of NOT NULL, checks, foreign keys, unique constraints and indexes. */
final class ConstraintCases {
    private ConstraintCases() {}

    static PlanCase setNotNull() {
        return PlanCase.named("set-not-null")
                .from(table("customer").nullable("name", "text"))
                .to(table("customer").required("name", "text"))
                .rows("INSERT INTO customer VALUES (1, 'a')")
                .during(
                        "INSERT INTO customer (id) VALUES (2)",
                        "GATE CLOSED",
                        "UPDATE customer SET name = 'b' WHERE id = 2");
    }

    static PlanCase setNotNullWithBackfill() {
        return PlanCase.named("set-not-null-with-backfill")
                .from(table("customer").nullable("name", "text"))
                .to(table("customer").required("name", "text"))
                .backfilled("customer", "name", "'customer ' || id")
                .rows("INSERT INTO customer VALUES (1, NULL), (2, 'b')")
                .during(
                        "SELECT name FROM customer WHERE id = 1 -> customer 1",
                        "INSERT INTO customer (id) VALUES (3)",
                        "SELECT name FROM customer WHERE id = 3 -> customer 3",
                        "UPDATE customer SET name = NULL WHERE id = 2",
                        "SELECT name FROM customer WHERE id = 2 -> customer 2");
    }

    static PlanCase loosenCheck() {
        return PlanCase.named("loosen-check")
                .from(table("purchase")
                        .required("state", "varchar(10)")
                        .required("kind", "smallint", "0")
                        .check("purchase_state_check", "state IN ('OPEN', 'PAID')")
                        .check("purchase_kind_check", "kind >= 0 AND kind <= 1"))
                .to(table("purchase")
                        .required("state", "varchar(10)")
                        .required("kind", "smallint", "0")
                        .check("purchase_state_check", "state IN ('OPEN', 'PAID', 'SENT')")
                        .check("purchase_kind_check", "kind BETWEEN 0 AND 2"))
                .rows("INSERT INTO purchase VALUES (1, 'OPEN')")
                .during(
                        "INSERT INTO purchase VALUES (2, 'SENT', 2)",
                        "ERROR INSERT INTO purchase VALUES (3, 'LOST', 2)",
                        "DELETE FROM purchase WHERE id = 2");
    }

    static PlanCase tightenCheck() {
        return PlanCase.named("tighten-check")
                .from(table("purchase")
                        .required("state", "varchar(10)")
                        .check("purchase_state_check", "state IN ('OPEN', 'PAID', 'LOST')"))
                .to(table("purchase")
                        .required("state", "varchar(10)")
                        .check("purchase_state_check", "state IN ('OPEN', 'PAID')"))
                .rows("INSERT INTO purchase VALUES (1, 'LOST')")
                .during("GATE CLOSED", "UPDATE purchase SET state = 'PAID'")
                .afterwards("ERROR INSERT INTO purchase VALUES (3, 'LOST')");
    }

    static PlanCase addConstraints() {
        return PlanCase.named("add-constraints")
                .from(
                        table("customer").required("name", "text").nullable("code", "text"),
                        table("purchase").nullable("customer_id", "bigint").nullable("amount", "integer"))
                .to(
                        table("customer")
                                .required("name", "text")
                                .nullable("code", "text")
                                .unique("uk_code", "name", "code"),
                        table("purchase")
                                .nullable("customer_id", "bigint")
                                .nullable("amount", "integer")
                                .nullable("payer_id", "bigint")
                                .check("ck_amount", "amount > 0")
                                .foreignKey("fk_customer", "customer_id", "customer", ReferentialAction.NO_ACTION)
                                .foreignKey("fk_payer", "payer_id", "customer", ReferentialAction.NO_ACTION))
                .rows(
                        "INSERT INTO customer VALUES (1, 'a', 'x'), (2, 'a', 'x'), (3, 'a', NULL), (4, 'a', NULL)",
                        "INSERT INTO purchase VALUES (1, 1, 5), (2, NULL, NULL)")
                .during(
                        "ERROR INSERT INTO purchase (id, payer_id) VALUES (3, 99)",
                        "INSERT INTO purchase VALUES (4, 99, 5)",
                        "GATE CLOSED",
                        "DELETE FROM purchase WHERE id = 4",
                        "GATE CLOSED",
                        "UPDATE customer SET code = 'y' WHERE id = 2")
                .afterwards(
                        "ERROR INSERT INTO purchase VALUES (4, 99, 5)",
                        "ERROR INSERT INTO purchase VALUES (4, 1, 0)",
                        "ERROR INSERT INTO customer VALUES (9, 'a', 'y')");
    }

    static PlanCase indexes() {
        return PlanCase.named("indexes")
                .from(table("customer")
                        .nullable("name", "text")
                        .nullable("code", "text")
                        .index("idx_code", "code")
                        .index(Index.of("idx_name_unique", true, List.of("name"))))
                .to(table("customer")
                        .nullable("name", "text")
                        .nullable("code", "text")
                        .index("idx_name", "name")
                        .index(Index.of("idx_code_unique", true, List.of("code"))))
                .rows("INSERT INTO customer VALUES (1, 'a', 'x')")
                .during("INSERT INTO customer VALUES (2, 'a', 'y')", "UPDATE customer SET name = 'b' WHERE id = 2");
    }
}
