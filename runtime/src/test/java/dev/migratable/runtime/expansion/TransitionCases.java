package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;

import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.ReferentialAction;
import java.util.List;
import java.util.Optional;

/** The evolutions in which columns follow each other while old and new versions write. */
final class TransitionCases {
    private TransitionCases() {}

    static PlanCase renameColumn() {
        Index partial = new Index(
                "idx_customer_gmail",
                false,
                "btree",
                List.of(new IndexKey("lower(email)", true, true, false, Optional.empty(), Optional.empty())),
                List.of(),
                Optional.of("email LIKE '%gmail.com'"),
                false,
                true);
        Index renamed = new Index(
                "idx_customer_gmail",
                false,
                "btree",
                List.of(new IndexKey("lower(email_address)", true, true, false, Optional.empty(), Optional.empty())),
                List.of(),
                Optional.of("email_address LIKE '%gmail.com'"),
                false,
                true);
        return PlanCase.named("rename-column")
                .from(table("customer")
                        .required("name", "text")
                        .required("email", "varchar(100)")
                        .unique("uk_customer_email", "email")
                        .index("idx_customer_name_email", "name", "email")
                        .index(partial)
                        .check("ck_email", "email LIKE '%@%'"))
                .to(table("customer")
                        .required("name", "text")
                        .required("email_address", "varchar(100)")
                        .unique("uk_customer_email_address", "email_address")
                        .index("idx_customer_name_email", "name", "email_address")
                        .index(renamed)
                        .check("ck_email", "email_address LIKE '%@%'"))
                .renamed("customer", "email", "email_address")
                .rows("INSERT INTO customer SELECT n, 'n' || n, n || '@x' FROM generate_series(1, 3000) n")
                .during(
                        "SELECT email_address FROM customer WHERE id = 5 -> 5@x",
                        "INSERT INTO customer (id, name, email) VALUES (5000, 'old', 'old@x')",
                        "SELECT email_address FROM customer WHERE id = 5000 -> old@x",
                        "INSERT INTO customer (id, name, email_address) VALUES (5001, 'new', 'new@x')",
                        "SELECT email FROM customer WHERE id = 5001 -> new@x",
                        "UPDATE customer SET email = 'a@x' WHERE id = 1",
                        "SELECT email_address FROM customer WHERE id = 1 -> a@x",
                        "UPDATE customer SET email_address = 'b@x' WHERE id = 1",
                        "SELECT email FROM customer WHERE id = 1 -> b@x",
                        "UPDATE customer SET email = 'c@x', email_address = 'd@x' WHERE id = 1",
                        "SELECT email || email_address FROM customer WHERE id = 1 -> d@xd@x",
                        "INSERT INTO customer (id, name, email) VALUES (5000, 'old', 'z@x') "
                                + "ON CONFLICT (id) DO UPDATE SET email = excluded.email",
                        "SELECT email_address FROM customer WHERE id = 5000 -> z@x",
                        "INSERT INTO customer (id, name, email_address) VALUES (5002, 'n', 'd@x') "
                                + "ON CONFLICT DO NOTHING",
                        "SELECT count(*) FROM customer WHERE id = 5002 -> 0")
                .afterwards(
                        "INSERT INTO customer (id, name, email_address) VALUES (6000, 'late', 'late@x')",
                        "SELECT count(*) FROM customer WHERE email__parked_0002 IS NULL -> 1");
    }

    static PlanCase renameWithDefault() {
        return PlanCase.named("rename-with-default")
                .from(table("customer").nullable("state", "varchar(10)", "'NEW'"))
                .to(table("customer").nullable("status", "varchar(10)", "'NEW'"))
                .renamed("customer", "state", "status")
                .rows("INSERT INTO customer VALUES (1, 'A'), (2, NULL), (3, DEFAULT)")
                .during(
                        "SELECT string_agg(coalesce(status, 'null'), ',' ORDER BY id) FROM customer -> A,null,NEW",
                        "INSERT INTO customer (id) VALUES (10)",
                        "SELECT state || status FROM customer WHERE id = 10 -> NEWNEW",
                        "INSERT INTO customer (id, state) VALUES (11, NULL)",
                        "SELECT count(*) FROM customer WHERE id = 11 AND state IS NULL AND status IS NULL -> 1",
                        "INSERT INTO customer (id, status) VALUES (12, NULL)",
                        "SELECT count(*) FROM customer WHERE id = 12 AND state IS NULL AND status IS NULL -> 1",
                        "INSERT INTO customer (id, state) VALUES (13, 'X')",
                        "SELECT status FROM customer WHERE id = 13 -> X",
                        "INSERT INTO customer (id, status) VALUES (14, 'Y')",
                        "SELECT state FROM customer WHERE id = 14 -> Y",
                        "UPDATE customer SET state = NULL WHERE id = 13",
                        "SELECT count(*) FROM customer WHERE id = 13 AND status IS NULL -> 1",
                        "UPDATE customer SET status = NULL WHERE id = 14",
                        "SELECT count(*) FROM customer WHERE id = 14 AND state IS NULL -> 1")
                .afterwards(
                        "INSERT INTO customer (id) VALUES (20)", "SELECT status FROM customer WHERE id = 20 -> NEW");
    }

    static PlanCase renameWithVolatileDefault() {
        return PlanCase.named("rename-with-volatile-default")
                .from(table("customer")
                        .required("token", "uuid", "gen_random_uuid()")
                        .nullable("credit", "numeric"))
                .to(table("customer")
                        .required("api_token", "uuid", "gen_random_uuid()")
                        .nullable("balance", "numeric"))
                .renamed("customer", "token", "api_token")
                .renamed("customer", "credit", "balance")
                .rows("INSERT INTO customer (id, credit) VALUES (1, 1.0)")
                .during(
                        "INSERT INTO customer (id) VALUES (2)",
                        "SELECT count(*) FROM customer WHERE token = api_token -> 2",
                        "UPDATE customer SET balance = 1.000 WHERE id = 1",
                        "SELECT credit::text FROM customer WHERE id = 1 -> 1.000",
                        "UPDATE customer SET credit = 1.00 WHERE id = 1",
                        "SELECT balance::text FROM customer WHERE id = 1 -> 1.00")
                .afterwards(
                        "INSERT INTO customer (id) VALUES (3)",
                        "SELECT count(*) FROM customer WHERE api_token IS NOT NULL -> 3");
    }

    static PlanCase renameForeignKeyColumn() {
        return PlanCase.named("rename-foreign-key-column")
                .from(
                        table("customer").required("name", "text"),
                        table("purchase")
                                .nullable("customer_id", "bigint")
                                .index("idx_purchase_customer", "customer_id")
                                .foreignKey("fk_customer", "customer_id", "customer", ReferentialAction.SET_NULL))
                .to(
                        table("customer").required("name", "text"),
                        table("purchase")
                                .nullable("buyer_id", "bigint")
                                .index("idx_purchase_buyer", "buyer_id")
                                .foreignKey("fk_buyer", "buyer_id", "customer", ReferentialAction.SET_NULL))
                .renamed("purchase", "customer_id", "buyer_id")
                .rows(
                        "INSERT INTO customer VALUES (1, 'a'), (2, 'b'), (3, 'c')",
                        "INSERT INTO purchase VALUES (1, 1), (2, 2), (3, NULL)")
                .during(
                        "INSERT INTO purchase (id, buyer_id) VALUES (4, 3)",
                        "DELETE FROM customer WHERE id = 1",
                        "SELECT count(*) FROM purchase WHERE id = 1 AND customer_id IS NULL AND buyer_id IS NULL -> 1",
                        "DELETE FROM customer WHERE id = 3",
                        "SELECT count(*) FROM purchase WHERE id = 4 AND customer_id IS NULL AND buyer_id IS NULL -> 1",
                        "SELECT customer_id + buyer_id FROM purchase WHERE id = 2 -> 4");
    }

    static PlanCase renameAndLoosen() {
        return PlanCase.named("rename-and-loosen")
                .from(table("customer").required("email", "varchar(50)").unique("uk_email", "email"))
                .to(table("customer").nullable("mail", "varchar(100)"))
                .renamed("customer", "email", "mail")
                .rows("INSERT INTO customer VALUES (1, 'a')")
                .during(
                        "INSERT INTO customer (id, mail) VALUES (2, NULL)",
                        "UPDATE customer SET mail = repeat('x', 80) WHERE id = 2",
                        "SELECT length(email) FROM customer WHERE id = 2 -> 80",
                        "UPDATE customer SET mail = 'short' WHERE id = 2");
    }

    /** A conversion that loses nothing of the old values, and cannot show all new ones to old versions. */
    static PlanCase convertColumn() {
        return PlanCase.named("convert-column")
                .from(table("product")
                        .required("price", "numeric(10,2)")
                        .index("idx_product_price", "price")
                        .check("ck_price", "price >= 0"))
                .to(table("product")
                        .required("price_cents", "bigint")
                        .index("idx_product_price_cents", "price_cents")
                        .check("ck_price", "price_cents >= 0"))
                .renamed("product", "price", "price_cents")
                .converted("product", "price_cents", "(price * 100)::bigint", "price_cents / 100.0")
                .rows("INSERT INTO product SELECT n, n + 0.25 FROM generate_series(1, 3000) n")
                .during(
                        "SELECT price_cents FROM product WHERE id = 7 -> 725",
                        "INSERT INTO product (id, price) VALUES (5000, 1.99)",
                        "SELECT price_cents FROM product WHERE id = 5000 -> 199",
                        "INSERT INTO product (id, price_cents) VALUES (5001, 250)",
                        "SELECT price FROM product WHERE id = 5001 -> 2.50",
                        "UPDATE product SET price = 3 WHERE id = 1",
                        "SELECT price_cents FROM product WHERE id = 1 -> 300",
                        "UPDATE product SET price_cents = 301 WHERE id = 1",
                        "SELECT price FROM product WHERE id = 1 -> 3.01",
                        "UPDATE product SET price = 1, price_cents = 500 WHERE id = 1",
                        "SELECT price || ' ' || price_cents FROM product WHERE id = 1 -> 5.00 500",
                        "INSERT INTO product (id, price) VALUES (5000, 7) ON CONFLICT (id) DO UPDATE SET price = "
                                + "excluded.price",
                        "SELECT price_cents FROM product WHERE id = 5000 -> 700",
                        "ERROR INSERT INTO product (id, price_cents) VALUES (5002, 99999999999999)",
                        "ERROR INSERT INTO product (id, price_cents) VALUES (5002, NULL)",
                        "SELECT count(*) FROM product WHERE price * 100 <> price_cents -> 0")
                .afterwards(
                        "INSERT INTO product (id, price_cents) VALUES (6000, 100)",
                        "UPDATE product SET price_cents = 12345 WHERE id = 2",
                        "SELECT count(*) FROM product WHERE price__parked_0002 IS NULL -> 1")
                .rolledBack(
                        "SELECT price FROM product WHERE id = 6000 -> 1.00",
                        "SELECT price FROM product WHERE id = 2 -> 123.45",
                        "SELECT price FROM product WHERE id = 3 -> 3.25");
    }

    /** A conversion that does not give back what it was given. */
    static PlanCase convertText() {
        return PlanCase.named("convert-text")
                .from(table("item").nullable("code", "text"))
                .to(table("item").nullable("number", "numeric"))
                .renamed("item", "code", "number")
                .converted("item", "number", "code::numeric", "round(number)::text")
                .rows("INSERT INTO item VALUES (1, '007'), (2, NULL), (3, '1.50'), (4, '8')")
                .during(
                        "SELECT string_agg(coalesce(number::text, 'null'), ',' ORDER BY id) FROM item -> 7,null,1.50,8",
                        "SELECT string_agg(coalesce(code, 'null'), ',' ORDER BY id) FROM item -> 007,null,1.50,8",
                        "UPDATE item SET number = 7 WHERE id = 1",
                        "SELECT code FROM item WHERE id = 1 -> 007",
                        "UPDATE item SET number = 7.5 WHERE id = 4",
                        "SELECT code || ' ' || number FROM item WHERE id = 4 -> 8 7.5",
                        "UPDATE item SET code = code, id = 40 WHERE id = 4",
                        "SELECT number FROM item WHERE id = 40 -> 7.5",
                        "UPDATE item SET code = '9' WHERE id = 40",
                        "SELECT number FROM item WHERE id = 40 -> 9",
                        "UPDATE item SET number = 7.5 WHERE id = 40",
                        "UPDATE item SET number = NULL WHERE id = 3",
                        "SELECT count(*) FROM item WHERE id = 3 AND code IS NULL -> 1",
                        "INSERT INTO item (id) VALUES (10)",
                        "INSERT INTO item (id, number) VALUES (11, NULL), (12, 12.5)",
                        "SELECT count(*) FROM item WHERE id IN (10, 11) AND code IS NULL AND number IS NULL -> 2",
                        "SELECT code FROM item WHERE id = 12 -> 13",
                        "ERROR INSERT INTO item (id, code) VALUES (13, 'many')")
                .afterwards("UPDATE item SET number = 70 WHERE id = 3", "SELECT number FROM item WHERE id = 40 -> 7.5")
                .rolledBack(
                        "SELECT code FROM item WHERE id = 1 -> 007",
                        "SELECT code FROM item WHERE id = 3 -> 70",
                        "SELECT code FROM item WHERE id = 40 -> 8");
    }

    /** Another name and a wider type, which takes the values as they are. */
    static PlanCase castColumn() {
        return PlanCase.named("cast-column")
                .from(
                        table("customer"),
                        table("invoice")
                                .required("number", "integer")
                                .nullable("amount", "numeric(8,2)", "0")
                                .unique("uk_invoice_number", "number"))
                .to(
                        table("customer"),
                        table("invoice")
                                .required("serial", "bigint")
                                .nullable("total", "numeric(12,4)", "0")
                                .unique("uk_invoice_serial", "serial"))
                .renamed("invoice", "number", "serial")
                .renamed("invoice", "amount", "total")
                .rows("INSERT INTO invoice VALUES (1, 10, 1.25), (2, 20, NULL), (3, 30, DEFAULT)")
                .during(
                        "SELECT string_agg(serial || ' ' || coalesce(total::text, 'null'), ',' ORDER BY id) FROM invoice"
                                + " -> 10 1.2500,20 null,30 0.0000",
                        "INSERT INTO invoice (id, number) VALUES (4, 40)",
                        "SELECT serial || ' ' || total FROM invoice WHERE id = 4 -> 40 0.0000",
                        "INSERT INTO invoice (id, serial, total) VALUES (5, 50, NULL), (6, 60, 1.2345), (7, 70, 0)",
                        "SELECT string_agg(number || ' ' || coalesce(amount::text, 'null'), ',' ORDER BY id) FROM invoice"
                                + " WHERE id > 4 -> 50 null,60 1.23,70 0.00",
                        "UPDATE invoice SET amount = amount, number = 61 WHERE id = 6",
                        "SELECT serial || ' ' || total FROM invoice WHERE id = 6 -> 61 1.2345",
                        "UPDATE invoice SET total = 1.2 WHERE id = 6",
                        "SELECT amount FROM invoice WHERE id = 6 -> 1.20",
                        "ERROR INSERT INTO invoice (id, serial) VALUES (8, 3000000000)")
                .afterwards("INSERT INTO invoice (id, serial) VALUES (9, 90)")
                .rolledBack("SELECT number || ' ' || amount FROM invoice WHERE id = 9 -> 90 0.00");
    }

    static PlanCase swapType() {
        return PlanCase.named("swap-type")
                .from(
                        table("customer"),
                        table("orders")
                                .required("number", "integer")
                                .nullable("customer_id", "bigint")
                                .required("quantity", "integer", "1")
                                .nullable("rate", "real")
                                .unique("uk_orders_number", "number")
                                .index("idx_orders_quantity", "quantity", "number")
                                .index("idx_orders_rate", "rate")
                                .check("ck_quantity", "quantity > 0")
                                .foreignKey(
                                        "fk_orders_customer", "customer_id", "customer", ReferentialAction.SET_NULL))
                .to(
                        table("customer"),
                        table("orders")
                                .required("number", "bigint")
                                .nullable("customer_id", "bigint")
                                .required("quantity", "bigint", "1")
                                .nullable("rate", "double precision")
                                .unique("uk_orders_number", "number")
                                .index("idx_orders_quantity", "quantity", "number")
                                .index("idx_orders_number_rate", "number", "rate")
                                .check("ck_quantity", "quantity > 0")
                                .foreignKey(
                                        "fk_orders_customer", "customer_id", "customer", ReferentialAction.SET_NULL))
                .rows(
                        "INSERT INTO customer VALUES (1)",
                        "INSERT INTO orders SELECT n, n, 1, n % 5 + 1, n / 4.0 FROM generate_series(1, 3000) n")
                .during(
                        "SELECT number || ' ' || quantity || ' ' || rate FROM orders WHERE id = 7 -> 7 3 1.75",
                        "SELECT quantity__parked_0002 FROM orders WHERE id = 7 -> 3",
                        "INSERT INTO orders (id, number) VALUES (5000, 5000)",
                        "SELECT quantity || ' ' || quantity__parked_0002 FROM orders WHERE id = 5000 -> 1 1",
                        "UPDATE orders SET quantity = 9, rate = NULL WHERE id = 5000",
                        "SELECT quantity || ' ' || quantity__parked_0002 FROM orders WHERE id = 5000 -> 9 9",
                        "ERROR INSERT INTO orders (id, number) VALUES (5001, 3000000000)",
                        "ERROR INSERT INTO orders (id, number) VALUES (5001, 1)",
                        "ERROR INSERT INTO orders (id, number, quantity) VALUES (5001, 5001, 0)",
                        "DELETE FROM orders WHERE id = 8")
                .afterwards(
                        "INSERT INTO orders (id, number) VALUES (6000, 6000)",
                        "UPDATE orders SET rate = 0.5 WHERE id = 9",
                        "SELECT count(*) FROM pg_trigger WHERE tgname LIKE '~migratable%' -> 0")
                .rolledBack(
                        "SELECT number || ' ' || quantity FROM orders WHERE id = 6000 -> 6000 1",
                        "SELECT rate FROM orders WHERE id = 9 -> 0.5",
                        "INSERT INTO orders (id, number) VALUES (7000, 7000)",
                        "SELECT quantity FROM orders WHERE id = 7000 -> 1");
    }

    static PlanCase splitColumn() {
        return PlanCase.named("split-column")
                .from(table("person").required("name", "text").index("idx_person_name", "name"))
                .to(table("person")
                        .required("first_name", "text")
                        .nullable("last_name", "text")
                        .index("idx_person_last_name", "last_name"))
                .retired("person", "name")
                .converted("person", "first_name", "split_part(name, ' ', 1)", "concat_ws(' ', first_name, last_name)")
                .converted("person", "last_name", "nullif(substr(name, length(split_part(name, ' ', 1)) + 2), '')")
                .rows("INSERT INTO person VALUES (1, 'Ada Lovelace'), (2, 'Plato'), (3, 'Jean  Paul Sartre')")
                .during(
                        "SELECT string_agg(first_name || '|' || coalesce(last_name, 'null'), ',' ORDER BY id) FROM person"
                                + " -> Ada|Lovelace,Plato|null,Jean| Paul Sartre",
                        "INSERT INTO person (id, name) VALUES (10, 'Alan Turing')",
                        "SELECT first_name || '|' || last_name FROM person WHERE id = 10 -> Alan|Turing",
                        "INSERT INTO person (id, first_name, last_name) VALUES (11, 'Mary Ann', 'Evans'), (12, 'X', NULL)",
                        "SELECT string_agg(name, ',' ORDER BY id) FROM person WHERE id > 10 -> Mary Ann Evans,X",
                        "SELECT first_name || '|' || last_name FROM person WHERE id = 11 -> Mary Ann|Evans",
                        "UPDATE person SET name = name, id = 111 WHERE id = 11",
                        "SELECT first_name || '|' || last_name FROM person WHERE id = 111 -> Mary Ann|Evans",
                        "UPDATE person SET last_name = 'King' WHERE id = 1",
                        "SELECT name FROM person WHERE id = 1 -> Ada King",
                        "UPDATE person SET name = 'Grace Hopper' WHERE id = 111",
                        "SELECT first_name || '|' || last_name FROM person WHERE id = 111 -> Grace|Hopper",
                        "UPDATE person SET name = 'lost', first_name = 'Mary Ann' WHERE id = 111",
                        "SELECT name || '|' || first_name || '|' || last_name FROM person WHERE id = 111"
                                + " -> Mary Ann Hopper|Mary Ann|Hopper")
                .afterwards(
                        "INSERT INTO person (id, first_name) VALUES (20, 'Late')",
                        "UPDATE person SET first_name = 'Platon' WHERE id = 2",
                        "SELECT count(*) FROM person WHERE name__parked_0002 IS NULL -> 1")
                .rolledBack("SELECT string_agg(name, ',' ORDER BY id) FROM person -> "
                        + "Ada King,Platon,Jean  Paul Sartre,Alan Turing,X,Late,Mary Ann Hopper");
    }

    static PlanCase mergeColumns() {
        return PlanCase.named("merge-columns")
                .from(table("event")
                        .required("day", "date")
                        .nullable("minute", "smallint")
                        .nullable("title", "text")
                        .check("ck_minute", "minute < 1440"))
                .to(table("event").required("at", "timestamp").nullable("title", "text"))
                .retired("event", "day", "minute")
                .converted(
                        "event",
                        "at",
                        "day + coalesce(minute, 0) * interval '1 minute'",
                        "day=at::date",
                        "minute = (extract(epoch FROM at::time) / 60)::smallint")
                .rows("INSERT INTO event VALUES (1, '2020-01-02', 61, 'a'), (2, '2020-01-03', NULL, 'b')")
                .during(
                        "SELECT string_agg(at::text, ',' ORDER BY id) FROM event"
                                + " -> 2020-01-02 01:01:00,2020-01-03 00:00:00",
                        "SELECT count(*) FROM event WHERE minute IS NULL -> 1",
                        "UPDATE event SET minute = 2 WHERE id = 2",
                        "SELECT at FROM event WHERE id = 2 -> 2020-01-03 00:02:00",
                        "INSERT INTO event (id, at) VALUES (3, '2021-05-06 02:00')",
                        "SELECT day || ' ' || minute FROM event WHERE id = 3 -> 2021-05-06 120",
                        "UPDATE event SET at = at + interval '1 day 10 seconds' WHERE id = 3",
                        "SELECT day || ' ' || minute FROM event WHERE id = 3 -> 2021-05-07 120",
                        "UPDATE event SET title = 'c', day = day WHERE id = 3",
                        "SELECT at FROM event WHERE id = 3 -> 2021-05-07 02:00:10",
                        "INSERT INTO event (id, day) VALUES (4, '2022-02-02')",
                        "SELECT at FROM event WHERE id = 4 -> 2022-02-02 00:00:00")
                .afterwards("INSERT INTO event (id, at) VALUES (5, '2023-01-01 00:03')")
                .rolledBack(
                        "SELECT day || ' ' || minute FROM event WHERE id = 5 -> 2023-01-01 3",
                        "SELECT count(*) FROM event WHERE minute IS NULL -> 1");
    }
}
