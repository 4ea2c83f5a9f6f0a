package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;

import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import dev.migratable.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The evolutions that are planned, and executed on a real server. */
final class PlanCases {
    private PlanCases() {}

    /** Returns those that a server can do. */
    static List<PlanCase> on(TestDatabase database) {
        return all().stream().filter(c -> c.since() <= database.serverVersion()).toList();
    }

    static List<PlanCase> all() {
        List<PlanCase> cases = new ArrayList<>(List.of(
                createTables(),
                addColumns(),
                addRequiredColumn(),
                addColumnWithVolatileDefault(),
                addColumnWithDefaultAndBackfill(),
                TransitionCases.renameColumn(),
                AliasViewCases.renameColumn(),
                AliasViewCases.renameKey(),
                TransitionCases.renameWithDefault(),
                TransitionCases.renameWithVolatileDefault(),
                TransitionCases.renameForeignKeyColumn(),
                TransitionCases.renameAndLoosen(),
                TransitionCases.convertColumn(),
                TransitionCases.convertText(),
                TransitionCases.castColumn(),
                TransitionCases.swapType(),
                TransitionCases.splitColumn(),
                TransitionCases.mergeColumns(),
                renameTable(),
                ConstraintCases.setNotNull(),
                ConstraintCases.setNotNullWithBackfill(),
                loosen(),
                ConstraintCases.loosenCheck(),
                ConstraintCases.tightenCheck(),
                ConstraintCases.addConstraints(),
                ConstraintCases.indexes(),
                dropColumn(),
                dropTable(),
                sequences(),
                dropSequence(),
                defaultsAndComments(),
                SettingCases.tune(),
                SettingCases.untune(),
                SettingCases.unlogSequence(),
                SettingCases.persistence(),
                shop()));
        cases.add(PartitionCases.partitions());
        cases.addAll(KeyCases.all());
        cases.addAll(IdentityCases.all());
        cases.addAll(GenerationCases.all());
        cases.addAll(EnumTypeCases.all());
        cases.addAll(CompositeTypeCases.all());
        return List.copyOf(cases);
    }

    static PlanCase createTables() {
        return PlanCase.named("create-tables")
                .from(table("customer").required("name", "text"))
                .to(
                        table("customer").required("name", "text"),
                        table("invoice")
                                .nullable("customer_id", "bigint")
                                .required("total", "numeric(10,2)", "0")
                                .required("state", "varchar(20)")
                                .nullable("order", "text")
                                .unique("uk_invoice_order", "order")
                                .index("idx_invoice_customer", "customer_id")
                                .check("ck_state", "state IN ('OPEN', 'PAID')")
                                .foreignKey("fk_customer", "customer_id", "customer", ReferentialAction.CASCADE)
                                .comment("What customers owe; it's theirs"))
                .rows("INSERT INTO customer VALUES (1, 'a')")
                .during(
                        "INSERT INTO invoice (id, customer_id, state) VALUES (1, 1, 'OPEN')",
                        "SELECT total FROM invoice -> 0.00");
    }

    static PlanCase addColumns() {
        return PlanCase.named("add-columns")
                .from(table("customer").required("name", "text"))
                .to(table("customer")
                        .required("name", "text")
                        .nullable("phone", "varchar(30)")
                        .required("tier", "varchar(10)", "'BASIC'")
                        .required("since", "timestamp with time zone", "now()")
                        .check("ck_tier", "tier IN ('BASIC', 'GOLD')"))
                .rows("INSERT INTO customer VALUES (1, 'a')")
                .during(
                        "INSERT INTO customer (id, name) VALUES (2, 'b')",
                        "SELECT count(*) FROM customer WHERE tier = 'BASIC' AND phone IS NULL -> 2");
    }

    static PlanCase addRequiredColumn() {
        return PlanCase.named("add-required-column")
                .from(table("customer").required("name", "varchar(50)"))
                .to(table("customer").required("name", "varchar(50)").required("search_name", "varchar(50)"))
                .backfilled("customer", "search_name", "lower(customer.name)")
                .rows("INSERT INTO customer SELECT n, 'Name ' || n FROM generate_series(1, 50) n")
                .during(
                        "SELECT search_name FROM customer WHERE id = 7 -> name 7",
                        "INSERT INTO customer (id, name) VALUES (100, 'OLD')",
                        "SELECT search_name FROM customer WHERE id = 100 -> old",
                        "INSERT INTO customer (id, name, search_name) VALUES (101, 'NEW', 'other')",
                        "SELECT search_name FROM customer WHERE id = 101 -> other",
                        "UPDATE customer SET search_name = 'changed' WHERE id = 100",
                        "UPDATE customer SET name = 'OLD again' WHERE id = 100",
                        "SELECT search_name FROM customer WHERE id = 100 -> changed")
                .afterwards("SELECT count(*) FROM pg_trigger WHERE tgname LIKE '~migratable%' -> 0");
    }

    static PlanCase addColumnWithVolatileDefault() {
        return PlanCase.named("add-column-with-volatile-default")
                .from(table("customer").required("name", "text"))
                .to(table("customer").required("name", "text").required("token", "uuid", "gen_random_uuid()"))
                .rows("INSERT INTO customer SELECT n, 'x' FROM generate_series(1, 20) n")
                .during(
                        "INSERT INTO customer (id, name) VALUES (100, 'old')",
                        "SELECT count(DISTINCT token) FROM customer -> 21");
    }

    static PlanCase addColumnWithDefaultAndBackfill() {
        return PlanCase.named("add-column-with-default-and-backfill")
                .from(table("customer").nullable("vip", "boolean"))
                .to(table("customer").nullable("vip", "boolean").required("tier", "varchar(10)", "'NEW'"))
                .backfilled("customer", "tier", "CASE WHEN vip THEN 'GOLD' ELSE 'BASIC' END")
                .rows("INSERT INTO customer VALUES (1, true), (2, false), (3, NULL)")
                .during(
                        "INSERT INTO customer (id) VALUES (4)",
                        "SELECT string_agg(tier, ',' ORDER BY id) FROM customer -> GOLD,BASIC,BASIC,NEW");
    }

    static PlanCase renameTable() {
        return PlanCase.named("rename-table")
                .from(
                        table("customer").required("name", "text").required("state", "text", "'NEW'"),
                        table("purchase")
                                .nullable("customer_id", "bigint")
                                .foreignKey("fk_customer", "customer_id", "customer", ReferentialAction.CASCADE))
                .to(
                        table("client")
                                .required("name", "text")
                                .required("state", "text", "'NEW'")
                                .nullable("phone", "text"),
                        table("purchase")
                                .nullable("customer_id", "bigint")
                                .foreignKey("fk_customer", "customer_id", "client", ReferentialAction.CASCADE))
                .renamedTable("customer", "client")
                .rows("INSERT INTO customer VALUES (1, 'a')", "INSERT INTO purchase VALUES (1, 1)")
                .during(
                        "INSERT INTO customer (id, name) VALUES (2, 'b')",
                        "SELECT state FROM client WHERE id = 2 -> NEW",
                        "UPDATE customer SET name = 'c' WHERE id = 1",
                        "SELECT name FROM client WHERE id = 1 -> c",
                        "INSERT INTO client (id, name, phone) VALUES (3, 'd', '1')",
                        "SELECT name FROM customer WHERE id = 3 -> d",
                        "DELETE FROM customer WHERE id = 1",
                        "SELECT count(*) FROM purchase -> 0")
                .during("GRANT SELECT (name) ON customer TO PUBLIC")
                .afterwards(
                        "SELECT count(*) FROM client -> 2",
                        "SELECT has_column_privilege('public', 'client', 'name', 'SELECT') -> t");
    }

    static PlanCase loosen() {
        return PlanCase.named("loosen")
                .from(
                        table("customer").required("name", "varchar(20)").unique("uk_name", "name"),
                        table("purchase")
                                .required("customer_id", "bigint")
                                .nullable("amount", "numeric(8,2)")
                                .check("ck_amount", "amount > 0")
                                .foreignKey("fk_customer", "customer_id", "customer", ReferentialAction.NO_ACTION))
                .to(
                        table("customer")
                                .nullable("name", "varchar(40)", "'none'")
                                .comment("Who buys"),
                        table("purchase").required("customer_id", "bigint").nullable("amount", "numeric(10,2)"))
                .rows("INSERT INTO customer VALUES (1, 'a')", "INSERT INTO purchase VALUES (1, 1, 5)")
                .during(
                        "INSERT INTO customer (id) VALUES (2)",
                        "INSERT INTO customer (id, name) VALUES (3, NULL)",
                        "INSERT INTO purchase VALUES (2, 77, -1)",
                        "DELETE FROM purchase WHERE id = 2",
                        "DELETE FROM customer WHERE id > 1");
    }

    static PlanCase dropColumn() {
        return PlanCase.named("drop-column")
                .from(table("customer")
                        .required("name", "text")
                        .required("fax", "text")
                        .nullable("telex", "text")
                        .index("idx_fax", "name", "fax")
                        .unique("uk_fax", "fax")
                        .check("ck_fax", "fax <> name"))
                .to(table("customer").required("name", "text"))
                .retired("customer", "fax", "telex")
                .rows("INSERT INTO customer VALUES (1, 'a', '11', 't')")
                .during(
                        "INSERT INTO customer (id, name) VALUES (2, 'new')",
                        "INSERT INTO customer (id, name, fax) VALUES (3, 'old', '12')",
                        "UPDATE customer SET fax = '13' WHERE id = 2")
                .afterwards("SELECT fax__parked_0002 FROM customer WHERE id = 1 -> 11");
    }

    static PlanCase dropTable() {
        return PlanCase.named("drop-table")
                .from(
                        table("customer").required("name", "text"),
                        table("note")
                                .required("customer_id", "bigint")
                                .nullable("by_id", "bigint")
                                .foreignKey("fk_by", "by_id", "customer", ReferentialAction.SET_NULL)
                                .foreignKey("fk_customer", "customer_id", "customer", ReferentialAction.NO_ACTION),
                        table("attachment")
                                .required("note_id", "bigint")
                                .foreignKey("fk_note", "note_id", "note", ReferentialAction.NO_ACTION))
                .to(
                        table("customer").required("name", "text"),
                        table("attachment").required("note_id", "bigint"))
                .retired("note")
                .rows("INSERT INTO customer VALUES (1, 'a')", "INSERT INTO note VALUES (1, 1, 1)")
                .during("INSERT INTO note VALUES (2, 1)")
                .afterwards("SELECT count(*) FROM migratable_parked.note__parked_0002 -> 2");
    }

    static PlanCase sequences() {
        SqlType integer = SqlType.parse("integer");
        SqlType bigint = SqlType.parse("bigint");
        QualifiedName kept = QualifiedName.inPublic("kept_seq");
        return PlanCase.named("sequences")
                .from(table("customer").required("name", "text"))
                .to(table("customer").required("name", "text"))
                .fromSequence(new Sequence(kept, integer, SequenceOptions.defaults(integer), Optional.empty()))
                .toSequence(new Sequence(kept, bigint, SequenceOptions.defaults(bigint), Optional.empty()))
                .toSequence(new Sequence(
                        QualifiedName.inPublic("new_seq"),
                        bigint,
                        SequenceOptions.ascending(bigint, 1, 50),
                        Optional.empty()))
                .during("SELECT nextval('new_seq') -> 1");
    }

    static PlanCase dropSequence() {
        SqlType bigint = SqlType.parse("bigint");
        return PlanCase.named("drop-sequence")
                .from(table("customer").required("name", "text"))
                .to(table("customer").required("name", "text"), table("invoice").required("total", "numeric(10,2)"))
                .fromSequence(new Sequence(
                        QualifiedName.inPublic("gone_seq"), bigint, SequenceOptions.defaults(bigint), Optional.empty()))
                .toSequence(new Sequence(
                        QualifiedName.inPublic("invoice_seq"),
                        bigint,
                        SequenceOptions.ascending(bigint, 1, 50),
                        Optional.empty()))
                .during("SELECT nextval('gone_seq') -> 1", "SELECT nextval('invoice_seq') -> 1");
    }

    static PlanCase defaultsAndComments() {
        Column documented =
                Column.of("name", SqlType.parse("text"), true).withComment(Optional.of("What they're called"));
        return PlanCase.named("defaults-and-comments")
                .from(table("customer")
                        .add(documented.withComment(Optional.empty()))
                        .required("tier", "text", "'BASIC'")
                        .required("score", "integer", "1")
                        .add(new CheckConstraint("ck_score", "score > 0", false)))
                .to(table("customer")
                        .add(documented)
                        .required("tier", "text")
                        .required("score", "integer", "2")
                        .check("ck_score", "score > 0"))
                .rows("INSERT INTO customer (id) VALUES (1)")
                .during(
                        "INSERT INTO customer (id) VALUES (2)",
                        "SELECT tier || score FROM customer WHERE id = 2 -> BASIC2")
                .afterwards(
                        "ERROR INSERT INTO customer (id) VALUES (3)",
                        "SELECT col_description('customer'::regclass, 2) -> What they're called");
    }

    /** The demo's evolution: everything at once. */
    static PlanCase shop() {
        return PlanCase.named("shop")
                .from(
                        table("customer")
                                .required("name", "varchar(100)")
                                .required("email", "varchar(100)")
                                .unique("uk_customer_email", "email"),
                        table("orders").required("customer_id", "bigint").required("total", "numeric(10,2)"))
                .to(
                        table("customer")
                                .required("name", "varchar(200)")
                                .required("email_address", "varchar(100)")
                                .nullable("phone", "varchar(30)")
                                .required("loyalty", "integer", "0")
                                .required("search_name", "varchar(200)")
                                .unique("uk_customer_email_address", "email_address"),
                        table("orders")
                                .required("customer_id", "bigint")
                                .required("total", "numeric(10,2)")
                                .index("idx_orders_customer", "customer_id")
                                .foreignKey(
                                        "fk_orders_customer", "customer_id", "customer", ReferentialAction.NO_ACTION))
                .renamed("customer", "email", "email_address")
                .backfilled("customer", "search_name", "lower(name)")
                .rows(
                        "INSERT INTO customer SELECT n, 'N' || n, n || '@x' FROM generate_series(1, 2500) n",
                        "INSERT INTO orders SELECT n, n % 2500 + 1, n FROM generate_series(1, 5000) n")
                .during(
                        "INSERT INTO customer (id, name, email) VALUES (9000, 'Old', 'old@x')",
                        "INSERT INTO customer (id, name, email_address, search_name) VALUES (9001, 'New', 'new@x', 's')",
                        "SELECT email_address || search_name FROM customer WHERE id = 9000 -> old@xold",
                        "SELECT email FROM customer WHERE id = 9001 -> new@x",
                        "INSERT INTO orders VALUES (9000, 9001, 1)");
    }
}
